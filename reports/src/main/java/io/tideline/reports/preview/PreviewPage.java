package io.tideline.reports.preview;

import io.tideline.engine.plan.Plan;
import io.tideline.reports.html.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A preview as one HTML file that needs nothing else, for light and dark screens, narrow ones and
 * paper. It is well-formed XML too.
 */
public final class PreviewPage {
  private static final String STYLE = "page.css";

  private final Preview preview;
  private final List<String> lines = new ArrayList<>();

  private PreviewPage(Preview preview) {
    this.preview = preview;
  }

  /** The whole file, for UTF-8. */
  public static String of(Preview preview) {
    PreviewPage page = new PreviewPage(preview);
    page.head();
    page.title();
    page.refusals();
    page.figures();
    page.body();
    page.lines.add("</main></body></html>");
    return String.join("\n", page.lines) + "\n";
  }

  private void head() {
    lines.add("<!DOCTYPE html>");
    lines.add("<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
    lines.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    lines.add("<meta name=\"color-scheme\" content=\"light dark\"/>");
    lines.add(Html.element("title", "Tideline preview: " + preview.plan().scenario()));
    lines.add("<style>" + style() + "</style></head><body><main>");
  }

  private void title() {
    Plan plan = preview.plan();
    lines.add("<header><p class=\"kind\">Tideline preview</p>");
    lines.add(Html.element("h1", plan.scenario()));
    lines.add(Html.element("p", plan.description()));
    lines.add("<p class=\"faint\">" + Html.text(Sentences.load(plan)) + ". No load was sent.</p>");
    lines.add("</header>");
  }

  private void refusals() {
    if (!preview.refusals().isEmpty()) {
      lines.add("<section class=\"refused\"><h2>This run would be refused</h2><ul>");
      preview.refusals().forEach(refusal -> lines.add(Html.element("li", refusal)));
      lines.add("</ul></section>");
    }
  }

  private void figures() {
    Totals totals = preview.totals();
    Duration peakAt = Duration.ofMillis(Math.round(preview.curve().peakAt() * 1000));
    lines.add("<dl>");
    figure("Users", Amounts.number(totals.users()), "each with an account and a session");
    figure("Peak", Amounts.rate(totals.peakRate()) + "/s", "at " + Amounts.duration(peakAt));
    figure("Lasts", Amounts.duration(totals.duration()), "until the last user arrives");
    figure("Requests", about(Amounts.number(totals.requests())), "as the plan estimates");
    figure("Moved", about(Amounts.bytes(totals.bytes())), "up and down together");
    lines.add("</dl>");
  }

  private String about(String known) {
    return Amounts.sum(known, preview.totals());
  }

  private void figure(String name, String value, String remark) {
    lines.add("<div>" + Html.element("dt", name) + Html.element("dd", value));
    lines.add("<dd class=\"faint\">" + Html.text(remark) + "</dd></div>");
  }

  private void body() {
    lines.add(PagePlot.rate(preview));
    lines.add(PagePlot.users(preview));
    PreviewTables.of(preview).forEach(sheet -> lines.add(sheet.html()));
    lines.add("<footer>");
    Sentences.needs(preview.plan(), preview.totals())
        .forEach(line -> lines.add(Html.element("p", line)));
    preview.notes().forEach(note -> lines.add("<p class=\"faint\">" + Html.text(note) + "</p>"));
    lines.add("</footer>");
  }

  private static String style() {
    try (InputStream file = PreviewPage.class.getResourceAsStream(STYLE)) {
      if (file == null) {
        throw new IllegalStateException(STYLE + " is not beside " + PreviewPage.class.getName());
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(STYLE, e);
    }
  }
}
