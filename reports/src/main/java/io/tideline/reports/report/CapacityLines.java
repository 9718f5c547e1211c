package io.tideline.reports.report;

import io.tideline.engine.pilot.Bottleneck;
import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.pilot.StepRecord;
import io.tideline.engine.pilot.StepRecord.PromiseRecord;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a search for the breaking point found: a line for each step, and what follows from them. */
final class CapacityLines {
  private static final int WIDEST_LABEL = 20;
  private static final int WIDEST_LINE = 116;
  private static final int MOST_PROMISES = 3;
  private static final String ERRORS = "errors";

  private CapacityLines() {}

  static List<String> of(CapacityRecord capacity, Colours colours) {
    List<String> lines = new ArrayList<>();
    if (!capacity.steps().isEmpty()) {
      TextTable table = new TextTable(WIDEST_LABEL, WIDEST_LINE);
      table.add(
          Stream.of("Step", "users/s", "seconds", "due", "started", "lag p99", "answer", "")
              .map(Cell::of)
              .toList());
      capacity.steps().forEach(step -> table.add(row(step)));
      lines.addAll(table.lines(colours));
      lines.add("");
    }
    lines.add("Capacity: " + capacity.sentence());
    Bottleneck bottleneck = capacity.bottleneck();
    if (bottleneck != null) {
      lines.add("Resources: " + bottleneck.sentence());
    }
    return lines;
  }

  private static List<Cell> row(StepRecord step) {
    return List.of(
        Cell.of(String.format(Locale.ROOT, "%2d %s", step.number(), step.phase())),
        Cell.of(String.format(Locale.ROOT, "%.2f", step.load())),
        Cell.of(String.format(Locale.ROOT, "%.0f", step.measuredSeconds())),
        Cell.of(Figures.number(step.due())),
        Cell.of(Figures.number(step.started())),
        Cell.of(Figures.millis(step.lagP99Millis())),
        answer(step),
        Cell.of(why(step)));
  }

  private static Cell answer(StepRecord step) {
    return switch (step.answer()) {
      case GOOD -> new Cell("good", Ink.GOOD);
      case BAD -> new Cell("bad", Ink.BAD);
      case SATURATED -> new Cell("saturated", Ink.DOUBTFUL);
    };
  }

  /** What broke, or for a good step the figures of the first promises. */
  private static String why(StepRecord step) {
    if (step.answer() != StepRecord.Answer.GOOD) {
      return step.sentence().replaceFirst("^[^:]*: ", "");
    }
    return step.promises().stream()
        .filter(promise -> promise.value() != null)
        .limit(MOST_PROMISES)
        .map(CapacityLines::figure)
        .collect(Collectors.joining(", "));
  }

  private static String figure(PromiseRecord promise) {
    Double value = promise.value();
    double known = value == null ? 0 : value;
    String text = promise.metric().equals(ERRORS) ? Figures.share(known) : Figures.millis(known);
    return promise.metric() + " " + text;
  }
}
