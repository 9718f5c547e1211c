package io.tideline.reports.export;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Moment;
import io.tideline.reports.stats.RequestTimes;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.TimeLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run's time line as CSV (RFC 4180, but for line ends): for each interval a row of all requests,
 * with the users, and a row for each request that ended in it.
 */
final class TimeLineCsv {
  private static final List<String> COLUMNS =
      List.of(
          "start_seconds",
          "interval_seconds",
          "journey",
          "request",
          "ok",
          "ko",
          "requests_per_second",
          "p50_ms",
          "p95_ms",
          "p99_ms",
          "max_ms",
          "active_users",
          "users_started",
          "users_ended",
          "arrivals_due",
          "arrivals_started");
  private static final double[] QUANTILES = {0.5, 0.95, 0.99, 1};

  private final TimeLine line;
  private final StringBuilder csv = new StringBuilder();

  private TimeLineCsv(TimeLine line) {
    this.line = line;
  }

  static String text(Run run) {
    TimeLineCsv csv = new TimeLineCsv(run.timeLine());
    csv.row(COLUMNS);
    for (int i = 0; i < csv.line.moments().size(); i++) {
      csv.interval(i);
    }
    return csv.csv.toString();
  }

  private void interval(int interval) {
    Moment moment = line.moments().get(interval);
    long failures = line.failures(Scope.EVERYTHING, interval, interval + 1);
    Latencies latencies = line.latencies(Scope.EVERYTHING, interval, interval + 1);
    List<String> all = cells(interval, Scope.EVERYTHING, failures, latencies);
    all.add(said(moment.active()));
    all.add(said(moment.usersStarted()));
    all.add(said(moment.usersEnded()));
    all.add(said(moment.due()));
    all.add(said(moment.started()));
    row(all);
    for (RequestTimes request : line.requests()) {
      request(interval, request);
    }
  }

  private void request(int interval, RequestTimes request) {
    Latencies latencies = request.cells().get(interval).latencies();
    long ko = request.cells().get(interval).ko();
    if (latencies.count() + ko > 0) {
      Scope scope = new Scope(request.journey(), request.name(), null);
      List<String> cells = cells(interval, scope, ko, latencies);
      while (cells.size() < COLUMNS.size()) {
        cells.add("");
      }
      row(cells);
    }
  }

  private List<String> cells(int interval, Scope scope, long ko, Latencies latencies) {
    int seconds = line.intervalSeconds();
    double rate = (double) (latencies.count() + ko) / seconds;
    List<String> cells = new ArrayList<>();
    cells.add(said((long) interval * seconds));
    cells.add(said((long) seconds));
    cells.add(quoted(scope.journey()));
    cells.add(quoted(scope.request()));
    cells.add(said(latencies.count()));
    cells.add(said(ko));
    cells.add(JsonText.rounded(rate).toPlainString());
    for (double quantile : QUANTILES) {
      cells.add(latencies.count() == 0 ? "" : said(latencies.at(quantile)));
    }
    return cells;
  }

  private static String said(@Nullable Long number) {
    return number == null ? "" : Long.toString(number);
  }

  /** A spreadsheet must not take a request's name for a formula. */
  private static String quoted(@Nullable String name) {
    if (name == null) {
      return "";
    }
    String harmless = name.matches("[=+@-].*") ? "'" + name : name;
    return harmless.matches("[^\",\\r\\n]*")
        ? harmless
        : '"' + harmless.replace("\"", "\"\"") + '"';
  }

  private void row(List<String> cells) {
    csv.append(String.join(",", cells)).append('\n');
  }
}
