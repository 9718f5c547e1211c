package io.tideline.reports.ticket;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.simlog.MessagePattern;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.ErrorRow;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Run;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The failures of a scope, told apart by request and message.
 *
 * @param kinds the most frequent first
 */
record Failures(List<Kind> kinds) {

  /** Failures of one request with one message, those of all phases together. */
  record Kind(String request, String message, long count, double first, double last) {
    Kind plus(Kind other) {
      return new Kind(
          request,
          MessagePattern.together(message, other.message),
          count + other.count,
          Math.min(first, other.first),
          Math.max(last, other.last));
    }

    String sentence() {
      return String.format(
          Locale.ROOT,
          "%s of %s between second %.1f and %.1f: %s",
          Figures.count(count, "failure"),
          request,
          first,
          last,
          message);
    }
  }

  static Failures of(Run run, Scope scope) {
    Set<String> warmUps =
        run.phases().stream()
            .filter(PhaseRow::warmUp)
            .map(PhaseRow::name)
            .collect(Collectors.toSet());
    Map<List<String>, Kind> kinds = new LinkedHashMap<>();
    for (ErrorRow row : run.errors()) {
      String phase = row.phase();
      boolean counted =
          scope.phase() == null
              ? phase == null || !warmUps.contains(phase)
              : scope.phase().equals(phase);
      if (counted && fits(scope.journey(), row.journey()) && fits(scope.request(), row.request())) {
        Kind kind =
            new Kind(name(row), row.message(), row.count(), row.firstSeconds(), row.lastSeconds());
        kinds.merge(List.of(kind.request(), row.pattern()), kind, Kind::plus);
      }
    }
    return new Failures(
        kinds.values().stream()
            .sorted(
                Comparator.comparingLong(Kind::count)
                    .reversed()
                    .thenComparing(Kind::request)
                    .thenComparing(Kind::message))
            .toList());
  }

  private static boolean fits(@Nullable String wanted, @Nullable String name) {
    return wanted == null || wanted.equals(name);
  }

  private static String name(ErrorRow row) {
    String journey = row.journey();
    String request = row.request();
    if (request == null) {
      return "requests that were not told apart";
    }
    return journey == null || journey.isEmpty() ? request : journey + " / " + request;
  }

  /** All of them. */
  long count() {
    return kinds.stream().mapToLong(Kind::count).sum();
  }

  /** Seconds of the first and of the last one. */
  double first() {
    return kinds.stream().mapToDouble(Kind::first).min().orElse(0);
  }

  double last() {
    return kinds.stream().mapToDouble(Kind::last).max().orElse(0);
  }
}
