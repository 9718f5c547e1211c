package io.tideline.reports.page;

import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where users' time goes: each request's part of it, and what it adds to that of earlier runs. */
final class TimeShareSection {
  private static final int MOST_SHARES = 12;
  private static final int PERCENT = 100;

  private final List<TimeShare> shares;
  private final boolean compared;

  private TimeShareSection(Run run, List<Run> earlier) {
    this.shares = TimeShare.of(run, earlier);
    this.compared = !earlier.isEmpty();
  }

  static String html(Findings findings) {
    TimeShareSection section = new TimeShareSection(findings.run(), findings.earlier());
    return section.shares.isEmpty()
        ? ""
        : Section.of(
            "shares",
            "Where the time goes",
            Section.paragraph(section.sentence()) + section.table());
  }

  private String table() {
    List<String> titles = new ArrayList<>(List.of("Request", "Share", "", "Of the average"));
    if (compared) {
      titles.add("Added");
    }
    Table table = new Table("time", titles);
    shares.stream().limit(MOST_SHARES).forEach(share -> table.row(cells(share)));
    return table.html();
  }

  private static List<Cell> cells(TimeShare share) {
    List<Cell> cells = new ArrayList<>();
    cells.add(RequestsSection.name(share.scope()));
    cells.add(Cell.figure(Figures.shareInColumn(share.share())));
    cells.add(
        Cell.html(Words.format("<div style=\"width:%.1f%%\"></div>", share.share() * PERCENT))
            .as("bar"));
    cells.add(Cell.figure(Figures.millis(share.millis())));
    Double added = share.added();
    if (added != null) {
      cells.add(Cell.figure(signed(added)).as(added > 0 ? "" : "faint"));
    }
    return cells;
  }

  private static String signed(double millis) {
    return (millis > 0 ? "+" : millis < 0 ? "−" : "") + Figures.millis(Math.abs(millis));
  }

  private String sentence() {
    double now = shares.stream().mapToDouble(TimeShare::millis).sum();
    String average = "The average successful request took " + Figures.millis(now);
    if (!compared) {
      return average + "; so much of it was spent in each request.";
    }
    double before =
        shares.stream().mapToDouble(each -> each.earlier() == null ? 0 : each.earlier()).sum();
    TimeShare most =
        shares.stream()
            .max(Comparator.comparingDouble(each -> each.added() == null ? 0 : each.added()))
            .orElseThrow();
    Double added = most.added();
    String carried =
        now > before && added != null && added > 0
            ? "; most of what was added came from "
                + RequestScopes.name(most.scope())
                + ", "
                + signed(added)
            : "";
    return average + ", " + Figures.millis(before) + " in earlier runs" + carried + ".";
  }
}
