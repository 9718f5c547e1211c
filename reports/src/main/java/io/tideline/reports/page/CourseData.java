package io.tideline.reports.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.reports.page.Course.Point;
import io.tideline.reports.stats.FaultSpan;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Moment;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Run;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run over time as JSON: its phases, events and users, and each scope's course and heat map. */
final class CourseData {
  private static final int MOST_OF_ALL = 20_000;
  private static final int MOST_POINTS = 1_500;
  private static final int MOST_COLUMNS = 300;
  private static final int DIGITS = 4;
  private static final double NANOS_PER_SECOND = 1e9;

  private CourseData() {}

  static void put(Run run, List<Scope> scopes, ObjectNode json) {
    json.put("seconds", JsonText.rounded(run.info().durationSeconds()));
    json.put("interval", run.timeLine().intervalSeconds());
    putPhases(run, json.putArray("phases"));
    putEvents(run, json.putArray("events"));
    putFaults(run, json.putArray("faults"));
    putUsers(run, json);
    int most = Math.min(MOST_POINTS, MOST_OF_ALL / scopes.size());
    ArrayNode courses = json.putArray("courses");
    for (Scope scope : scopes) {
      if (run.pool(scope).requests() == 0) {
        courses.addNull();
      } else {
        putCourse(Course.of(run, scope, most), courses.addObject());
      }
    }
  }

  private static void putPhases(Run run, ArrayNode json) {
    for (PhaseRow phase : run.phases()) {
      json.addArray()
          .add(phase.name())
          .add(phase.warmUp())
          .add(JsonText.rounded(phase.startSeconds()))
          .add(JsonText.rounded(phase.startSeconds() + phase.durationSeconds()));
    }
  }

  private static void putEvents(Run run, ArrayNode json) {
    for (RunEvent event : run.events()) {
      boolean search = event.reason().equals(RunEvent.SEARCH) || event.kind().isFault();
      json.addArray()
          .add(JsonText.rounded(event.atNanos() / NANOS_PER_SECOND))
          .add(EventWords.of(event))
          .add(search);
    }
  }

  /** Name, begin and end; one that nothing ended lasts to the run's end. */
  private static void putFaults(Run run, ArrayNode json) {
    for (FaultSpan fault : FaultSpan.of(run)) {
      Double end = fault.endSeconds();
      json.addArray()
          .add(fault.name())
          .add(JsonText.rounded(fault.startSeconds()))
          .add(JsonText.rounded(end == null ? run.info().durationSeconds() : end));
    }
  }

  private static void putUsers(Run run, ObjectNode json) {
    ArrayNode active = json.putArray("active");
    ArrayNode due = json.putArray("due");
    ArrayNode started = json.putArray("started");
    for (Moment moment : run.timeLine().moments()) {
      active.add(moment.active());
      due.add(perSecond(moment.due(), run));
      started.add(perSecond(moment.started(), run));
    }
  }

  private static @Nullable BigDecimal perSecond(@Nullable Long count, Run run) {
    return count == null ? null : digits((double) count / run.timeLine().intervalSeconds());
  }

  private static void putCourse(Course course, ObjectNode json) {
    json.put("joined", course.joined());
    ArrayNode ok = json.putArray("ok");
    ArrayNode ko = json.putArray("ko");
    ArrayNode p50 = json.putArray("p50");
    ArrayNode p95 = json.putArray("p95");
    ArrayNode p99 = json.putArray("p99");
    for (Point point : course.points()) {
      ok.add(digits(point.ok()));
      ko.add(digits(point.ko()));
      p50.add(point.p50());
      p95.add(point.p95());
      p99.add(point.p99());
    }
    putHeat(course, json);
  }

  /** Columns of counts by bin; several points make one where there are many. */
  private static void putHeat(Course course, ObjectNode json) {
    int points = course.points().size();
    int each = Math.max(1, (points + MOST_COLUMNS - 1) / MOST_COLUMNS);
    json.put("heatJoined", course.joined() * each);
    ArrayNode heat = json.putArray("heat");
    for (int from = 0; from < points; from += each) {
      long[] sum = new long[LatencyBins.edges().length];
      for (Point point : course.points().subList(from, Math.min(points, from + each))) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += point.bins()[i];
        }
      }
      heat.add(SpreadData.sparse(sum));
    }
  }

  private static BigDecimal digits(double value) {
    BigDecimal shortest =
        BigDecimal.valueOf(value)
            .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
            .stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
