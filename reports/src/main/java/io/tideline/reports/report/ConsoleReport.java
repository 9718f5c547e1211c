package io.tideline.reports.report;

import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.gate.LogWords;
import io.tideline.reports.gate.Suspicion;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.stats.Injection;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import io.tideline.reports.stats.SampleSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run and its verdict as text for the console, at most about 110 columns wide. */
public final class ConsoleReport {
  private static final int WIDTH = 110;
  private static final double MICROS_PER_MILLI = 1_000;

  private final Run run;
  private final Verdict verdict;
  private final Colours colours;
  private final List<String> lines = new ArrayList<>();

  private ConsoleReport(Run run, Verdict verdict, Colours colours) {
    this.run = run;
    this.verdict = verdict;
    this.colours = colours;
  }

  /** The whole text, its last line the verdict, each line ended by {@code \n}. */
  public static String text(Run run, Verdict verdict, Colours colours) {
    ConsoleReport report = new ConsoleReport(run, verdict, colours);
    report.title();
    report.suspicion();
    report.tables();
    report.errors();
    report.injection();
    report.lines.addAll(CourseLines.of(run));
    report.lines.addAll(ResourceLines.of(run, colours));
    report.lines.addAll(BottleneckLines.of(run));
    report.cachesAndReplicas();
    report.lines.addAll(ResilienceLines.of(run, colours));
    report.capacity();
    report.comparison();
    report.lines.add("");
    report.lines.addAll(VerdictLines.of(verdict, colours));
    return String.join("\n", report.lines) + "\n";
  }

  private void title() {
    RunInfo info = run.info();
    RunInfo.LoadInfo load = info.load();
    String name = load == null ? info.simulation() : load.scenario();
    lines.add("");
    lines.add(colours.paint("Tideline: " + Objects.requireNonNullElse(name, info.id()), Ink.TITLE));
    lines.add(
        joined(
            info.id(),
            info.start() == null ? null : info.start().toString(),
            String.format(Locale.ROOT, "%,.1f s", info.durationSeconds()),
            load == null ? null : "seed " + load.seed(),
            load == null || load.speedup() == 1 ? null : "speedup " + plain(load.speedup()),
            info.versions().gatling() == null ? null : "Gatling " + info.versions().gatling()));
    if (load != null) {
      lines.add(
          joined(
              load.env() + (load.baseUrl() == null ? "" : " " + load.baseUrl()),
              plain(load.rate()) + " users/s at level 1",
              Figures.count(run.users().started(), "user")));
    }
  }

  private void suspicion() {
    Suspicion suspicion = verdict.suspicion();
    if (suspicion != null) {
      lines.add(
          colours.paint(
              "First of all: " + suspicion.summary() + "; see the verdict below", Ink.DOUBTFUL));
    }
  }

  private void tables() {
    ResultTables tables = new ResultTables(run, verdict);
    List<String> figures = tables.table().lines(colours);
    lines.add("");
    lines.addAll(figures);
    lines.add("");
    note("Times are milliseconds of successful requests.");
    if (figures.stream().anyMatch(line -> line.contains(SampleCells.TOO_FEW))) {
      note(
          SampleCells.TOO_FEW
              + " fewer values than the percentile needs: "
              + SampleSize.least(Metric.P95)
              + " for p95, "
              + SampleSize.least(Metric.P99)
              + " for p99.");
    }
    if (tables.hidden() > 0) {
      note(Figures.count(tables.hidden(), "SLO") + " on single phases hold and are not shown.");
    }
    String messages = LogWords.unmatched(run.log());
    if (!messages.isEmpty()) {
      note(messages);
    }
  }

  private void note(String text) {
    lines.add(colours.paint(text, Ink.FAINT));
  }

  private void errors() {
    if (!run.errors().isEmpty()) {
      lines.add("");
      lines.addAll(ErrorLines.of(run.errors(), WIDTH, colours));
    }
  }

  private void injection() {
    Injection injection = run.injection();
    if (injection == null) {
      return;
    }
    lines.add("");
    lines.add(
        "Injection: "
            + Figures.number(injection.started())
            + " of "
            + Figures.count(injection.offered(), "planned user")
            + " started; lag p50 "
            + lag(injection, 0.50)
            + ", p90 "
            + lag(injection, 0.90)
            + ", p99 "
            + lag(injection, 0.99)
            + ", max "
            + lag(injection, 1));
  }

  private void cachesAndReplicas() {
    verdict.checks().stream()
        .filter(check -> check.isOnCaches() || check.isOnReplicas())
        .forEach(check -> lines.add(SloCell.line(check, colours)));
  }

  private void capacity() {
    CapacityRecord capacity = run.capacity();
    if (capacity != null) {
      lines.add("");
      lines.addAll(CapacityLines.of(capacity, colours));
    }
  }

  private void comparison() {
    List<String> compared = RegressionLines.of(verdict, colours);
    if (!compared.isEmpty()) {
      lines.add("");
      lines.addAll(compared);
    }
  }

  private static String lag(Injection injection, double quantile) {
    return Figures.millis(injection.lagMicros().at(quantile) / MICROS_PER_MILLI);
  }

  private static String joined(@Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
  }

  private static String plain(double value) {
    return JsonText.rounded(value).toPlainString();
  }
}
