package io.tideline.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.page.Course.Point;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.TimeLine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {
  private static final Scope OPEN = new Scope("Browse timeline", "Open timeline", null);

  @TempDir Path folder;

  @Test
  void nothingIsLostByThinning() throws Exception {
    Run run = new PageRuns(folder).failing().run();
    TimeLine line = run.timeLine();
    int intervals = line.moments().size();
    for (int most : List.of(1, 7, 50, 1_500)) {
      Course course = Course.of(run, OPEN, most);
      double step = (double) course.joined() * line.intervalSeconds();
      double seconds = run.info().durationSeconds();

      assertThat(course.points()).hasSizeLessThanOrEqualTo(most);
      assertThat(
              course.points().stream().mapToLong(point -> Arrays.stream(point.bins()).sum()).sum())
          .isEqualTo(line.latencies(OPEN, 0, intervals).count());
      double failed = 0;
      for (int i = 0; i < course.points().size(); i++) {
        failed += course.points().get(i).ko() * Math.min(step, seconds - i * step);
      }
      assertThat(failed).isCloseTo(line.failures(OPEN, 0, intervals), within(1e-6)).isPositive();
    }
  }

  @Test
  void thePercentilesOfAPointAreThoseOfItsRequestsTogether() throws Exception {
    Run run = new PageRuns(folder).failing().run();
    Course course = Course.of(run, Scope.EVERYTHING, 10);

    Point third = course.points().get(2);

    int from = 2 * course.joined();
    assertThat(third.p95())
        .isEqualTo(
            run.timeLine().latencies(Scope.EVERYTHING, from, from + course.joined()).at(0.95));
  }

  @Test
  void aPercentileOfTooFewRequestsIsNotDrawn() throws Exception {
    Run run = new PageRuns(folder).alone().run();
    Scope rare = new Scope("Create memory", "Save memory", null);

    List<Point> points = Course.of(run, rare, 1_500).points();

    assertThat(points).hasSizeGreaterThanOrEqualTo(40);
    assertThat(points).allMatch(point -> point.p99() == null);
    assertThat(points).anyMatch(point -> point.p50() != null);
  }

  @Test
  void aRunWithoutIntervalsHasNoPoints() throws Exception {
    Run run = new PageRuns(folder).empty().run();

    assertThat(Course.of(run, OPEN, 100).points()).hasSize(run.timeLine().moments().size());
  }
}
