package io.tideline.reports.preview;

import io.tideline.engine.plan.Plan;
import io.tideline.reports.report.Colours;
import io.tideline.reports.report.Colours.Ink;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** A preview as text for a terminal, at most 100 columns wide. */
public final class PreviewText {
  private static final int WIDTH = 100;

  private final Preview preview;
  private final Colours colours;
  private final List<String> lines = new ArrayList<>();

  private PreviewText(Preview preview, Colours colours) {
    this.preview = preview;
    this.colours = colours;
  }

  /**
   * The whole text, each line ended by {@code \n}.
   *
   * @param charset what the terminal reads; the plot is plain ASCII unless it is UTF-8
   */
  public static String of(Preview preview, Charset charset, Colours colours) {
    PreviewText text = new PreviewText(preview, colours);
    text.title();
    text.plot(Glyphs.in(charset));
    text.tables();
    text.notes();
    text.refusals();
    return String.join("\n", text.lines) + "\n";
  }

  private void title() {
    Plan plan = preview.plan();
    lines.add("");
    lines.add(colours.paint("Tideline preview: " + plan.scenario(), Ink.TITLE));
    if (!plan.description().isBlank()) {
      lines.add(plan.description());
    }
    lines.add(colours.paint(Sentences.load(plan) + ". No load is sent.", Ink.FAINT));
  }

  private void plot(Glyphs glyphs) {
    lines.add("");
    lines.add("New users per second");
    lines.addAll(new TerminalPlot(preview, glyphs, colours, WIDTH).lines());
  }

  private void tables() {
    for (Sheet sheet : PreviewTables.of(preview)) {
      lines.add("");
      lines.addAll(sheet.text(WIDTH).lines(colours));
    }
    lines.add("");
    lines.addAll(Sentences.needs(preview.plan(), preview.totals()));
  }

  private void notes() {
    lines.add("");
    for (String note : preview.notes()) {
      Wrapped.lines(note, WIDTH).forEach(line -> lines.add(colours.paint(line, Ink.FAINT)));
    }
  }

  private void refusals() {
    if (preview.refusals().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(colours.paint("This run would be refused:", Ink.BAD));
    preview.refusals().forEach(refusal -> lines.add("  " + refusal));
  }
}
