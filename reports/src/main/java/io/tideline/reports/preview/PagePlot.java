package io.tideline.reports.preview;

import io.tideline.reports.html.Html;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure of the page: phases as bands, a curve over them, and the axes. Only shapes are SVG, so
 * that they fill any width; words are HTML beside them and keep their size.
 */
final class PagePlot {
  private static final double PERCENT = 100;

  /** Room that a letter takes, in percent of the plot's width, on a desk and on a telephone. */
  private static final double LETTER = 0.8;

  private static final double LETTER_WHEN_NARROW = 1.75;

  private static final double NEAR_END = 96;
  private static final double MARGIN = 0.5;

  private final Preview preview;
  private final Ticks values;
  private final List<String> lines = new ArrayList<>();

  private PagePlot(Preview preview, Ticks values) {
    this.preview = preview;
    this.values = values;
  }

  /** The rate over time, with the cap when it is in sight. */
  static String rate(Preview preview) {
    PagePlot plot = new PagePlot(preview, RateAxis.of(preview));
    return plot.figure(
        "New users per second", SvgPath.rate(preview.curve(), plot.values.last()), plot.cap());
  }

  /** Users since the start. */
  static String users(Preview preview) {
    PagePlot plot = new PagePlot(preview, usersAxis(preview));
    return plot.figure("Users so far", SvgPath.users(preview.curve(), plot.values.last()), "");
  }

  private String figure(String title, String path, String more) {
    lines.add(
        String.format(
            Locale.ROOT,
            "<figure><figcaption>%s</figcaption><div class=\"plot\" style=\"margin-left:%.1fch\">",
            Html.text(title),
            margin()));
    lines.add(
        String.format(
            "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\">",
            SvgPath.WIDTH, SvgPath.HEIGHT, Html.text(title)));
    preview.phases().forEach(this::band);
    values.values().forEach(value -> lines.add(level("grid", value)));
    lines.add("<path class=\"area\" d=\"" + SvgPath.areaUnder(path) + "\"/>");
    lines.add("<path class=\"curve\" d=\"" + path + "\"/>" + more + "</svg>");
    preview.phases().forEach(this::name);
    lines.add(span("value", "bottom:0", "0"));
    values.values().forEach(value -> lines.add(value(value)));
    times();
    lines.add("</div></figure>");
    return String.join("\n", lines);
  }

  /** Room for the values on the left, alike in all figures so that their times are in line. */
  private double margin() {
    double highest = Math.max(RateAxis.of(preview).last(), usersAxis(preview).last());
    return Amounts.rate(highest).length() + MARGIN;
  }

  private static Ticks usersAxis(Preview preview) {
    return Ticks.ofValues((double) preview.totals().users());
  }

  private void band(PhaseLine phase) {
    String kind =
        phase.warmUp() ? "warm-up" : preview.phases().indexOf(phase) % 2 == 0 ? "even" : "odd";
    lines.add(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.2f\" y=\"0\" width=\"%.2f\" height=\"%d\"/>",
            kind,
            left(phase) * SvgPath.WIDTH / PERCENT,
            width(phase) * SvgPath.WIDTH / PERCENT,
            SvgPath.HEIGHT));
  }

  private String level(String kind, double value) {
    double y = SvgPath.HEIGHT * (1 - value / values.last());
    return String.format(
        Locale.ROOT,
        "<line class=\"%s\" x1=\"0\" x2=\"%d\" y1=\"%.2f\" y2=\"%.2f\"/>",
        kind,
        SvgPath.WIDTH,
        y,
        y);
  }

  private String cap() {
    double cap = preview.plan().limits().rate();
    return cap <= values.last() ? level("cap", cap) : "";
  }

  /** The phase's name above its band, if there is room. */
  private void name(PhaseLine phase) {
    double letters = phase.name().length();
    if (width(phase) >= letters * LETTER) {
      String kind = width(phase) >= letters * LETTER_WHEN_NARROW ? "phase" : "phase roomy";
      String place =
          String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", left(phase), width(phase));
      lines.add(span(kind, place, phase.name()));
    }
  }

  private String value(double value) {
    String place = String.format(Locale.ROOT, "bottom:%.2f%%", value / values.last() * PERCENT);
    return span("value", place, Amounts.rate(value));
  }

  private void times() {
    Ticks ticks = Ticks.ofTime(preview.curve().seconds());
    lines.add("<div class=\"times\">" + span("time first", "left:0", "0"));
    for (double time : ticks.values()) {
      double left = time / preview.curve().seconds() * PERCENT;
      String kind = left > NEAR_END ? "time last" : "time";
      lines.add(span(kind, String.format(Locale.ROOT, "left:%.2f%%", left), ticks.time(time)));
    }
    lines.add("</div>");
  }

  private double left(PhaseLine phase) {
    return share(phase.start());
  }

  private double width(PhaseLine phase) {
    return share(phase.length());
  }

  private double share(Duration time) {
    return PERCENT * time.toNanos() / preview.plan().duration().toNanos();
  }

  private static String span(String kind, String place, String text) {
    String escaped = Html.text(text);
    return String.format(
        "<span class=\"%s\" style=\"%s\" title=\"%s\">%s</span>", kind, place, escaped, escaped);
  }
}
