package io.tideline.reports.page;

import io.tideline.reports.html.Html;
import io.tideline.reports.page.Reference.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Earlier values of a check as a small line, this run's as a dot at its end, over the band of
 * unchanged code when there is one.
 */
final class Sparkline {
  private static final double WIDTH = 120;
  private static final double HEIGHT = 28;
  private static final double EDGE = 4;

  private final Reference reference;
  private final List<Double> values;
  private final double lowest;
  private final double highest;

  private Sparkline(Reference reference, double now) {
    this.reference = reference;
    this.values = new ArrayList<>(reference.earlier());
    values.add(now);
    List<Double> all = new ArrayList<>(values);
    Band band = reference.band();
    if (band != null) {
      all.add(band.low());
      all.add(band.high());
    }
    lowest = all.stream().mapToDouble(x -> x).min().orElse(now);
    highest = all.stream().mapToDouble(x -> x).max().orElse(now);
  }

  /**
   * The line as SVG.
   *
   * @param kind CSS class of the dot's colour
   */
  static String svg(Reference reference, double now, String unit, String kind) {
    Sparkline line = new Sparkline(reference, now);
    String words =
        "earlier "
            + reference.earlier().stream()
                .map(value -> Words.figure(value, unit))
                .collect(Collectors.joining(", "))
            + "; this run "
            + Words.figure(now, unit);
    return Words.format(
        "<svg class=\"spark\" width=\"120\" height=\"28\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">"
            + "<title>%s</title>%s<polyline fill=\"none\" stroke=\"gray\" points=\"%s\"/>%s"
            + "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.4\"/></svg>",
        WIDTH,
        HEIGHT,
        Html.text(words),
        Html.text(words),
        line.band(),
        line.points(),
        line.dots(),
        kind,
        line.x(line.values.size() - 1),
        line.y(now));
  }

  private String band() {
    Band band = reference.band();
    return band == null
        ? ""
        : Words.format(
            "<rect fill=\"lightgray\" x=\"0\" y=\"%.1f\" width=\"%.0f\" height=\"%.1f\"/>",
            y(band.high()), WIDTH, Math.max(1, y(band.low()) - y(band.high())));
  }

  private String points() {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      points.add(Words.format("%.1f,%.1f", x(i), y(values.get(i))));
    }
    return String.join(" ", points);
  }

  private String dots() {
    StringBuilder dots = new StringBuilder();
    for (int i = 0; i < values.size() - 1; i++) {
      dots.append(
          Words.format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"1.6\"/>", x(i), y(values.get(i))));
    }
    return dots.toString();
  }

  private double x(int i) {
    double share = values.size() < 2 ? 1 : (double) i / (values.size() - 1);
    return EDGE + share * (WIDTH - 2 * EDGE);
  }

  private double y(double value) {
    double share = highest > lowest ? (value - lowest) / (highest - lowest) : 0.5;
    return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
  }
}
