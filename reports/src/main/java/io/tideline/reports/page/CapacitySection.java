package io.tideline.reports.page;

import io.tideline.engine.pilot.BreakRecord;
import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.pilot.CapacityRecord.EstimateRecord;
import io.tideline.engine.pilot.CapacityRecord.TrendRecord;
import io.tideline.engine.pilot.StepRecord;
import io.tideline.engine.pilot.StepRecord.PromiseRecord;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Run;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a search for the breaking point found, and its steps. */
final class CapacitySection {
  private static final int MOST_PROMISES = 3;

  private CapacitySection() {}

  static String html(Run run) {
    CapacityRecord capacity = run.capacity();
    if (capacity == null) {
      return "";
    }
    String steps =
        capacity.steps().isEmpty()
            ? Section.note("It made no step.")
            : Section.chart("steps", "Load of each step, in new users per second")
                + (capacity.estimate() == null
                    ? ""
                    : Section.chart("hold", "Share of steps that hold, as fitted to the steps"))
                + table(capacity.steps());
    return Section.of(
        "capacity",
        "The breaking point",
        Section.paragraph(capacity.sentence()) + cards(capacity) + steps);
  }

  private static String cards(CapacityRecord capacity) {
    EstimateRecord estimate = capacity.estimate();
    BreakRecord first = capacity.firstBreak();
    return "<dl class=\"cards\">"
        + Section.card("Breaking point", load(capacity.held()), "users per second, held for long")
        + (estimate == null
            ? Section.card("Estimate", Words.UNKNOWN, "nothing could be fitted")
            : Section.card(
                "By the fit, five of six steps hold",
                load(estimate.load()),
                interval(estimate.loadLow(), estimate.loadHigh())))
        + (estimate == null
            ? ""
            : Section.card(
                "By the fit, half of the steps hold",
                load(estimate.limit()),
                interval(estimate.limitLow(), estimate.limitHigh())))
        + trend(capacity.trend())
        + (first == null
            ? Section.card("Breaks first", Words.UNKNOWN, "nothing broke")
            : Section.card(
                "Breaks first", first.metric(), first.scope() + ", at " + load(first.load())))
        + "</dl>\n";
  }

  private static String trend(@Nullable TrendRecord trend) {
    if (trend == null) {
      return "";
    }
    Double perHour = trend.perHour();
    return Section.card(
        "While it was searched",
        perHour == null
            ? (trend.falling() ? "slower" : "faster")
            : Words.format("%+.0f %% an hour", 100 * perHour),
        Words.format("p = %.1g: the fit describes no moment of it", Math.max(trend.p(), 1e-4)));
  }

  private static String load(@Nullable Double load) {
    return load == null ? Words.UNKNOWN : Words.rate(load);
  }

  private static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null
        ? "its interval cannot be told"
        : load(low) + " to " + load(high) + " in 95 %";
  }

  private static String table(List<StepRecord> steps) {
    Table table =
        new Table(
            "sortable stack",
            List.of("Step", "Why", "Users/s", "Due", "Started", "Lag p99", "Answer", "In words"));
    for (StepRecord step : steps) {
      table.row(
          List.of(
              Cell.text(String.valueOf(step.number())).sortedBy(step.number()),
              Cell.text(step.phase()),
              Cell.figure(Words.format("%.2f", step.load()), step.load()),
              Cell.figure(Figures.number(step.due()), step.due()),
              Cell.figure(Figures.number(step.started()), step.started()),
              Cell.figure(Figures.millis(step.lagP99Millis()), step.lagP99Millis()),
              answer(step),
              Cell.text(words(step)).as("words")));
    }
    return table.html();
  }

  private static Cell answer(StepRecord step) {
    return switch (step.answer()) {
      case GOOD -> Cell.text("good").as("badge good");
      case BAD -> Cell.text("bad").as("badge bad");
      case SATURATED -> Cell.text("saturated").as("badge doubtful");
    };
  }

  private static String words(StepRecord step) {
    return step.answer() != StepRecord.Answer.GOOD
        ? step.sentence()
        : step.promises().stream()
            .filter(promise -> promise.value() != null)
            .limit(MOST_PROMISES)
            .map(CapacitySection::figure)
            .collect(Collectors.joining(", "));
  }

  private static String figure(PromiseRecord promise) {
    Double value = promise.value();
    return promise.metric()
        + " "
        + Words.figure(value, promise.metric().equals("errors") ? "share" : "ms");
  }
}
