package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.LogFacts;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether Gatling's log can be believed: how many of its requests have times that cannot be true,
 * and whether it counts the run's time as Tideline's own records do. Without the first nobody knows
 * what those requests were; without the second requests are judged with another phase's load.
 */
final class LogChecks {
  private static final double MOST_UNKNOWN = 0.01;
  private static final double MOST_APART_SECONDS = 1;
  private static final String ONE_OUTSIDE = "The records are not all of one run";

  private LogChecks() {}

  static List<Check> of(Run run) {
    List<Check> checks = new ArrayList<>();
    if (run.log().impossible().count() > 0) {
      checks.add(times(run));
    }
    LogFacts.Clock clock = run.log().clock();
    if (clock != null && (clock.starts() > 0 || clock.outside() != null)) {
      checks.add(clock(clock));
    }
    return checks;
  }

  private static Check times(Run run) {
    LogFacts.Impossible impossible = run.log().impossible();
    long requests = run.requests().stream().mapToLong(row -> row.sample().requests()).sum();
    long lost = impossible.requests() + impossible.errors();
    double unknown = share(lost, requests + impossible.requests());
    long records = impossible.count();
    boolean few =
        unknown <= MOST_UNKNOWN
            && share(impossible.users(), 2 * run.users().started()) <= MOST_UNKNOWN;
    String sentence =
        Figures.count(records, "record")
            + " of simulation.log with impossible times, counted apart: "
            + Figures.count(impossible.requests(), "request")
            + " ("
            + Figures.number(impossible.failedRequests())
            + " failed), "
            + Figures.number(impossible.groups())
            + " of groups, "
            + Figures.number(impossible.users())
            + " of users, "
            + Figures.number(impossible.errors())
            + " of errors; "
            + Figures.share(unknown)
            + " of requests are unknown, at most "
            + Figures.share(MOST_UNKNOWN)
            + " wanted; the first: "
            + impossible.first();
    return new Check(
        "validity/times",
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "impossible times",
        unknown,
        MOST_UNKNOWN,
        "share",
        requests + impossible.requests(),
        few ? Status.WARN : Status.FAIL,
        few ? sentence : sentence + "; find the plug-in or the machine that writes them");
  }

  private static double share(long part, long all) {
    return part == 0 ? 0 : (double) part / Math.max(part, all);
  }

  private static Check clock(LogFacts.Clock clock) {
    double apart = Math.abs(clock.apartSeconds());
    String outside = clock.outside();
    boolean met = apart <= MOST_APART_SECONDS && outside == null;
    String sentence =
        String.format(
            Locale.ROOT,
            "The records' clocks differ by %.3f s: simulation.log has users' starts %s than"
                + " starts.log, at most %.0f s wanted",
            apart,
            clock.apartSeconds() < 0 ? "earlier" : "later",
            MOST_APART_SECONDS);
    String help =
        (outside == null ? "" : "; " + outside)
            + "; requests may have been judged with another phase's load: run again, and copy the"
            + " records of one run together";
    return new Check(
        "validity/clock",
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "clocks apart",
        apart,
        MOST_APART_SECONDS,
        "s",
        clock.starts(),
        met ? Status.PASS : Status.FAIL,
        met ? sentence : (apart > MOST_APART_SECONDS ? sentence : ONE_OUTSIDE) + help);
  }
}
