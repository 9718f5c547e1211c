package io.tideline.reports.page;

import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.ScopeName;
import io.tideline.reports.html.Html;
import io.tideline.reports.page.Reference.Band;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every question that was put to the run, with its answer; those that failed stand first. */
final class ChecksSection {
  private final Findings findings;
  private final boolean bands;
  private final boolean earlier;

  private ChecksSection(Findings findings) {
    this.findings = findings;
    List<Reference> references =
        findings.verdict().checks().stream()
            .map(check -> findings.references().of(check))
            .filter(reference -> reference != null)
            .toList();
    this.bands = references.stream().anyMatch(reference -> reference.band() != null);
    this.earlier = references.stream().anyMatch(reference -> !reference.earlier().isEmpty());
  }

  static String html(Findings findings) {
    return Section.of("checks", "Checks", new ChecksSection(findings).table());
  }

  private String table() {
    List<String> titles = new ArrayList<>(List.of("", "Check", "Value", "Limit"));
    if (bands) {
      titles.add("Band");
    }
    if (earlier) {
      titles.add("Earlier");
    }
    titles.add("In words");
    Table table = new Table("checks stack", titles);
    findings.verdict().checks().stream()
        .sorted(Comparator.comparingInt(Answer::order))
        .forEach(check -> table.row("class=\"" + Answer.kind(check) + "-row\"", cells(check)));
    return table.html();
  }

  private List<Cell> cells(Check check) {
    Reference reference = findings.references().of(check);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(Answer.word(check)).as("badge " + Answer.kind(check)));
    cells.add(Cell.text(name(check)).as("what"));
    cells.add(figure(check.value(), check));
    cells.add(figure(check.limit(), check));
    if (bands) {
      cells.add(band(reference, check));
    }
    if (earlier) {
      cells.add(sparkline(reference, check));
    }
    cells.add(Cell.text(check.sentence()).as("words"));
    return cells;
  }

  private static String name(Check check) {
    String phase = check.scope().phase();
    boolean before = check.id().startsWith("validity/before/");
    return switch (check.kind()) {
      case VALIDITY ->
          "Validity: "
              + check.metric()
              + (phase == null ? "" : " in " + phase)
              + (before ? " before the faults" : "");
      case SLO -> promised(check) + ": " + check.metric();
      case REGRESSION ->
          ScopeName.of(check.scope()) + ": " + check.metric() + ", against earlier runs";
      case RESILIENCE -> ofFaults(check.id());
      case DRIFT -> "Growth: " + drifting(check);
    };
  }

  private static String promised(Check check) {
    String phase = check.scope().phase();
    if (check.isOnReplicas()) {
      return "Scaling";
    }
    return check.isOnCaches()
        ? "Caching" + (phase == null ? "" : " in " + phase)
        : ScopeName.of(check.scope());
  }

  /** The parts of an id that say something: {@code after: primary killed: errors}. */
  private static String ofFaults(String id) {
    return Stream.of(id.split("/"))
        .skip(1)
        .filter(part -> !part.equals("*"))
        .map(part -> part.replace('-', ' '))
        .collect(Collectors.joining(": "));
  }

  private static String drifting(Check check) {
    boolean requests = check.trend() != null && !check.trend().signal().sort().isResource();
    return (requests ? ScopeName.of(check.scope()) + ", " : "") + check.metric();
  }

  private static Cell figure(@Nullable Double value, Check check) {
    return value == null ? Cell.unknown() : Cell.figure(Words.figure(value, check.unit()), value);
  }

  private static Cell band(@Nullable Reference reference, Check check) {
    Band band = reference == null ? null : reference.band();
    if (band == null) {
      return Cell.unknown();
    }
    String range =
        Words.figure(band.low(), check.unit()) + " to " + Words.figure(band.high(), check.unit());
    Double detectable = band.detectable();
    return Cell.html(
            Html.text(range)
                + (detectable == null
                    ? ""
                    : " <small>finds "
                        + Html.text(Words.figure(detectable, check.unit()))
                        + " and more</small>"))
        .as("n");
  }

  private static Cell sparkline(@Nullable Reference reference, Check check) {
    Double value = check.value();
    if (reference == null || reference.earlier().isEmpty() || value == null) {
      return Cell.unknown();
    }
    return Cell.html(Sparkline.svg(reference, value, check.unit(), Answer.kind(check)));
  }
}
