package io.tideline.reports.testkit;

import io.tideline.engine.plan.DriftPlan;
import io.tideline.engine.plan.Load;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.ResourceSource;
import io.tideline.engine.plan.Slice;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.resource.ResourceSample;
import io.tideline.engine.resource.Unit;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A day's soak that never was: the load has the day's curve, response times and threads follow it,
 * and what else happens is the caller's. At a speedup the same day is as many times shorter.
 */
public final class SampleSoak {
  /** The load's day: hour and level. */
  private static final double[][] DAY = {
    {0, 0.3},
    {3, 0.15},
    {6, 0.3},
    {9, 0.8},
    {12, 0.9},
    {14, 0.75},
    {18, 0.9},
    {20.5, 1},
    {22, 0.7},
    {24, 0.3}
  };

  private static final double MIB = 1 << 20;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double RATE = 0.6;
  private static final ResourceSource METRICS =
      new ResourceSource("/metrics", List.of("micrometer"), List.of(), Duration.ofSeconds(5));

  private final double hours;
  private final double speedup;
  private final Shape shape;

  /** What grows. */
  public interface Shape {
    /** Bytes of heap after a collection at an hour, without noise. */
    double heap(double hour, double load);

    /** By how much response times are longer than at the start, 1 for not at all. */
    default double slower(double hour) {
      return 1;
    }

    /** Whether the source of resources answers. */
    default boolean answers(double hour) {
      return true;
    }
  }

  /** Nothing grows; the heap follows the load. */
  public static final Shape HEALTHY = (hour, load) -> (180 + 40 * load) * MIB;

  /** 6 MiB an hour. */
  public static final Shape LEAKING = (hour, load) -> (180 + 40 * load + 6 * hour) * MIB;

  /** A cache that fills up, ever more slowly. */
  public static final Shape WARMING =
      (hour, load) -> (180 + 40 * load + 120 * (1 - Math.exp(-hour / 7))) * MIB;

  /**
   * @param hours of the plan that it lasts
   * @param speedup of the plan's time
   */
  public SampleSoak(double hours, double speedup, Shape shape) {
    this.hours = hours;
    this.speedup = speedup;
    this.shape = shape;
  }

  /** Level of the load at an hour of the day. */
  public static double load(double hour) {
    int i = 1;
    while (i < DAY.length - 1 && DAY[i][0] < hour) {
      i++;
    }
    double share = (hour - DAY[i - 1][0]) / (DAY[i][0] - DAY[i - 1][0]);
    return DAY[i - 1][1] + Math.min(1, Math.max(0, share)) * (DAY[i][1] - DAY[i - 1][1]);
  }

  /** Its plan. */
  public Plan plan(DriftPlan drift) {
    List<Level> levels = new ArrayList<>();
    for (double[] corner : DAY) {
      if (corner[0] < hours) {
        levels.add(new Level(corner[0] / hours, corner[1]));
      }
    }
    levels.add(new Level(1, load(hours)));
    Duration length = Duration.ofMillis(Math.round(hours * SECONDS_PER_HOUR * 1e3 / speedup));
    double rate = speedup == 1 ? RATE : RATE * Math.sqrt(speedup);
    Plan plan = SampleRun.plan(rate, List.of(new Phase("day", length, false, levels)), List.of());
    return new Plan(
            "soak",
            plan.description(),
            plan.target(),
            new Load(rate, speedup, 42, Load.Spread.EVEN, Slice.WHOLE, plan.load().phases()),
            plan.mix(),
            plan.thinkTimes(),
            plan.slos(),
            plan.limits(),
            plan.validity())
        .watching(List.of(METRICS))
        .drifting(drift);
  }

  /** Writes its results folder. */
  public Path writeTo(Path folder, DriftPlan drift) throws IOException {
    TargetModel target =
        (request, second, random) -> {
          double hour = second * speedup / SECONDS_PER_HOUR;
          double busy = 1 + 0.5 * load(hour) * load(hour);
          double noise = Math.exp(0.3 * random.nextGaussian());
          return (int) Math.round(60 * busy * noise * shape.slower(hour));
        };
    SampleRun.of(plan(drift), target, Duration.ZERO).writeTo(folder);
    writeResources(folder.resolve("tideline").resolve(ResourceLog.FILE_NAME));
    return folder;
  }

  /** The run of such a folder. */
  public Run run(Path folder, DriftPlan drift) throws IOException {
    return new ResultsFolder(writeTo(folder, drift)).read().run();
  }

  private void writeResources(Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    double every = speedup == 1 ? 20 : 5;
    double wander = 0;
    try (ResourceLog log = new ResourceLog(file)) {
      for (double at = every; at < hours * SECONDS_PER_HOUR / speedup; at += every) {
        double hour = at * speedup / SECONDS_PER_HOUR;
        wander = 0.98 * wander + 0.2 * random.nextGaussian();
        log.write(
            shape.answers(hour)
                ? new ResourceSample(at, "/metrics", null, readings(hour, wander, random))
                : new ResourceSample(at, "/metrics", "no answer (ConnectException)", List.of()));
      }
    }
  }

  private List<Reading> readings(double hour, double wander, SplittableRandom random) {
    double load = load(hour);
    double heap = shape.heap(hour, load) * (1 + 0.01 * wander);
    return List.of(
        new Reading("heap", Unit.BYTES, heap * (1 + random.nextDouble()), 512 * MIB, null),
        new Reading("heap after gc", Unit.BYTES, heap, null, null),
        new Reading("metaspace", Unit.BYTES, 90 * MIB, null, null),
        new Reading("threads", Unit.COUNT, 40 + Math.rint(30 * load + wander), null, null),
        new Reading("open files", Unit.COUNT, 100 + random.nextInt(20), 65_536.0, null),
        new Reading(
            "connections memories", Unit.COUNT, random.nextInt(1 + (int) (6 * load)), 8.0, 0.0),
        new Reading("gc time", Unit.SHARE, 0.004 * load * random.nextDouble(), null, null),
        new Reading("cache hits", Unit.SHARE, 0.5 + hour / 60, null, null));
  }
}
