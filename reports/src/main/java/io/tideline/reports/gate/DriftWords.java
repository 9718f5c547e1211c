package io.tideline.reports.gate;

import io.tideline.engine.resource.Unit;
import io.tideline.reports.drift.Drift;
import io.tideline.reports.drift.Drift.Exhaustion;
import io.tideline.reports.soak.Signal;
import io.tideline.reports.soak.Sort;
import io.tideline.reports.soak.ThreeDigits;
import io.tideline.reports.soak.Trend;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.util.Locale;
import java.util.Objects;

/**
 * What became of a signal in words: what grows, how fast an hour of the plan and within which
 * bounds, and when it runs out.
 */
public final class DriftWords {
  private static final double HOURS_OF_A_DAY = 24;
  private static final double PERCENT = 100;
  private static final double MINUTES = 60;
  private static final double LONG_MINUTES = 1.5;
  private static final double FOREVER_HOURS = 24 * 365;
  private static final double A_MILLISECOND = 1;
  private static final double SMALL_P = 0.0001;

  private final double speedup;
  private final long judged;
  private final boolean manySources;

  /**
   * @param judged how many signals were judged together
   * @param manySources whether a resource's name needs its source
   */
  DriftWords(Run run, long judged, boolean manySources) {
    LoadInfo load = run.info().load();
    this.speedup = load == null ? 1 : load.speedup();
    this.judged = judged;
    this.manySources = manySources;
  }

  String name(Signal signal) {
    return manySources ? signal.name() + " (" + signal.source() + ")" : signal.name();
  }

  private String subject(Signal signal) {
    return signal.sort().isResource()
        ? name(signal)
        : ScopeName.of(signal.scope()) + ": " + signal.name();
  }

  /** Whether a response time moved by less than Gatling's log tells apart. */
  boolean isBelowTheClock(Trend trend) {
    return trend.signal().sort() == Sort.LATENCY
        && trend.drift().isJudged()
        && trend.drift().slope() > 0
        && Math.exp(trend.at(trend.last())) - Math.exp(trend.at(trend.first())) < A_MILLISECOND;
  }

  String sentence(Trend trend) {
    String subject = subject(trend.signal());
    if (isBelowTheClock(trend)) {
      return subject + " moves by less than a millisecond over " + hours(trend.drift().hours());
    }
    return switch (trend.answer()) {
      case LEAK ->
          subject + " " + verb(trend) + growth(trend) + left(trend) + chance(trend) + clock();
      case CONVERGING ->
          subject
              + " grows ever more slowly"
              + growth(trend)
              + ": no leak yet, a longer run would tell"
              + clock();
      case SUSPECTED ->
          subject
              + " may grow"
              + growth(trend)
              + chance(trend)
              + ": with so many judged at once it may be chance, a longer run would tell"
              + clock();
      case UNDECIDED -> undecided(subject, trend);
      case STABLE -> stable(subject, trend);
      case TOO_SHORT -> subject + ": too little to tell, " + trend.lack();
      case ENTANGLED ->
          subject
              + ": load and time rose together, so that growth cannot be told from load; let the run"
              + " see the load fall again, or hold it";
    };
  }

  private static String verb(Trend trend) {
    return switch (trend.signal().sort()) {
      case LATENCY -> "drifts";
      case THROUGHPUT -> "sinks at the same load";
      default -> "leaks";
    };
  }

  private String undecided(String subject, Trend trend) {
    Drift.Doubt doubt = Objects.requireNonNull(trend.drift().doubt());
    boolean grew = trend.drift().slope() > 0;
    String what =
        switch (doubt.why()) {
          case MAY_HAVE_ENDED ->
              " rose" + (grew ? growth(trend) : "") + ", and it may have ended or go on";
          case ROSE_LATE -> " rose late in the run or in steps, and it may have ended or go on";
          case DROPS ->
              " grows and drops again, by collections or restarts, too few of them to see"
                  + " whether its floor rises";
          case MAY_FOLLOW_LOAD ->
              " rose" + (grew ? growth(trend) : "") + ", and it may follow the load with a delay";
        };
    return subject + what + ": a run of " + hours(doubt.hours()) + " would tell" + clock();
  }

  private String stable(String subject, Trend trend) {
    Drift drift = trend.drift();
    double day = PERCENT * HOURS_OF_A_DAY * drift.share();
    return String.format(
        Locale.ROOT,
        "%s holds: %s%s %% a day at equal load, judged by %d blocks of %s min over %s",
        subject,
        day < 0 ? "" : "+",
        digits(day),
        drift.blocks(),
        ThreeDigits.of(trend.blockHours() * MINUTES),
        hours(drift.hours()));
  }

  private static String growth(Trend trend) {
    Drift drift = trend.drift();
    Unit unit = trend.signal().unit();
    if (unit == null) {
      return relative(trend);
    }
    return String.format(
        Locale.ROOT,
        " by %s an hour (%s to %s), %s %% of its level, to %s",
        amount(unit, drift.slope()),
        bound(unit, drift.low()),
        bound(unit, drift.high()),
        digits(PERCENT * drift.share()),
        unit.text(drift.now()));
  }

  /** Two digits that count, or all before the point. */
  private static String digits(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2g" : "%.0f", value);
  }

  private static String relative(Trend trend) {
    Drift drift = trend.drift();
    String rate =
        String.format(
            Locale.ROOT,
            " by %s %% an hour (%s to %s)",
            digits(PERCENT * Math.expm1(drift.slope())),
            digits(PERCENT * Math.expm1(drift.low())),
            digits(PERCENT * Math.expm1(drift.high())));
    if (trend.signal().sort() == Sort.THROUGHPUT) {
      return rate;
    }
    return rate
        + ", from "
        + Figures.millis(Math.exp(trend.at(trend.first())))
        + " to "
        + Figures.millis(Math.exp(trend.at(trend.last())))
        + " in "
        + hours(drift.hours());
  }

  private static String amount(Unit unit, double value) {
    return unit == Unit.SHARE
        ? String.format(Locale.ROOT, "%.2g points", PERCENT * value)
        : unit == Unit.COUNT ? ThreeDigits.of(value) : unit.text(value);
  }

  private static String bound(Unit unit, double value) {
    return Double.isInfinite(value) ? "unknown" : amount(unit, value);
  }

  private static String left(Trend trend) {
    Exhaustion left = trend.exhaustion();
    if (left == null) {
      return trend.signal().unit() == null ? "" : "; nothing tells its limit";
    }
    String limit =
        Objects.requireNonNull(trend.signal().unit()).text(Objects.requireNonNull(trend.limit()));
    return "; it comes to its limit of "
        + limit
        + " in "
        + hours(left.hours())
        + " (soonest "
        + hours(left.soonest())
        + ", latest "
        + hours(left.latest())
        + ")";
  }

  private String chance(Trend trend) {
    double p = trend.drift().p();
    String chance = p < SMALL_P ? "p < 0.0001" : String.format(Locale.ROOT, "p %.4f", p);
    return "; " + chance + ", one of " + judged + " judged";
  }

  /** An hour of the plan is shorter in a rehearsal. */
  private String clock() {
    return speedup == 1
        ? ""
        : ". Hours are the plan's, " + ThreeDigits.of(speedup) + " to one by the clock";
  }

  /** A length of time in hours or days. */
  static String hours(double hours) {
    if (hours > FOREVER_HOURS) {
      return "over a year";
    }
    if (hours < LONG_MINUTES) {
      return String.format(Locale.ROOT, "%.0f min", hours * MINUTES);
    }
    return hours < 2 * HOURS_OF_A_DAY
        ? ThreeDigits.of(hours) + " h"
        : ThreeDigits.of(hours / HOURS_OF_A_DAY) + " days";
  }
}
