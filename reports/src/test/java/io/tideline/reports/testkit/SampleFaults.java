package io.tideline.reports.testkit;

import io.tideline.engine.plan.FaultGuards;
import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.ProcessFault;
import io.tideline.engine.plan.ProcessFault.Action;
import io.tideline.engine.plan.Resilience;
import io.tideline.engine.plan.Resilience.Amplification;
import io.tideline.engine.plan.Resilience.Breaker;
import io.tideline.engine.plan.Resilience.Shedding;
import io.tideline.engine.plan.Resilience.Steady;
import io.tideline.engine.plan.Resilience.Window;
import io.tideline.engine.plan.Resilience.WindowSlo;
import io.tideline.engine.plan.Resilience.Writes;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.resource.ResourceSample;
import io.tideline.engine.resource.Unit;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of 5 s to warm up and 70 s measured, whose target loses its database from second 25 to
 * second 35 of the run.
 */
public final class SampleFaults {
  /** Name of the fault. */
  public static final String FAULT = "primary killed";

  /** When it begins and ends, in seconds of the run. */
  public static final double START = 25;

  public static final double END = 35;

  private static final String BREAKER_RESOURCE = "breaker";

  /** Every request fails within 40 ms while the fault lasts, and nothing is felt afterwards. */
  public static final TargetModel PROTECTED = failing(END);

  private SampleFaults() {}

  /** Every request fails from the fault's start until {@code second}. */
  public static TargetModel failing(double second) {
    return (request, at, random) -> at >= START && at < second ? -40 : 20 + random.nextInt(10);
  }

  /** The plan, with promises about its fault. */
  public static Plan plan(Resilience promises) {
    PlannedFault fault =
        new PlannedFault(
            FAULT,
            Duration.ofSeconds((long) START),
            Duration.ofSeconds((long) (END - START)),
            Duration.ofSeconds(40),
            new ProcessFault(4_711L, null, null, Action.STOP, false, List.of()));
    return SampleRun.plan(
            10,
            List.of(
                SampleRun.phase("warm-up", 5, true, 1), SampleRun.phase("steady", 70, false, 1)),
            List.of(new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.5)))
        .breaking(new FaultPlan(List.of(fault), List.of(), null, FaultGuards.STANDARD))
        .coping(promises);
  }

  /** Everything that can be promised, each with room for {@link #PROTECTED}. */
  public static Resilience promises() {
    return new Resilience(
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        new Amplification(List.of("database"), 1.5),
        new Breaker(
            "database",
            List.of(),
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            8L,
            "/operations/transitions",
            null),
        new Shedding(null, Duration.ofMillis(200)),
        new Writes(0L, 0L),
        Steady.STANDARD,
        List.of(
            new WindowSlo(Window.BEFORE, null, new Slo(Scope.EVERYTHING, Metric.P95, 60), null),
            new WindowSlo(
                Window.DURING, FAULT, new Slo(Scope.EVERYTHING, Metric.ERRORS, 1), "failover"),
            new WindowSlo(
                Window.AFTER, null, new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01), "retries")));
  }

  /** The same where the target lists no transitions, and a resource tells when it is open. */
  public static Resilience sampledBreaker() {
    Resilience all = promises();
    return new Resilience(
        all.recoveryWithin(),
        all.longestCall(),
        all.amplification(),
        new Breaker(
            "database",
            List.of(),
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            null,
            null,
            BREAKER_RESOURCE),
        all.shedding(),
        all.writes(),
        all.steady(),
        all.slos());
  }

  /** Once a second, whether the breaker is open; nothing lists its transitions. */
  public static void openBreaker(Path folder, double opens, double closes) throws IOException {
    Files.delete(tideline(folder, "transitions.json"));
    try (ResourceLog log = new ResourceLog(tideline(folder, ResourceLog.FILE_NAME))) {
      for (int second = 0; second < 75; second++) {
        double open = second >= opens && second < closes ? 1 : 0;
        Reading reading = new Reading(BREAKER_RESOURCE, Unit.COUNT, open, null, null);
        log.write(new ResourceSample(second + 0.5, "/metrics", null, List.of(reading)));
      }
    }
  }

  /** The folder of such a run with the records of a target that has all its protections. */
  public static Path write(Path folder, TargetModel target, Resilience promises)
      throws IOException {
    SampleRun.of(plan(promises), target, Duration.ZERO).writeTo(folder);
    events(folder, END);
    attempts(folder, 0.4);
    transitions(folder, START + 1.5, END + 2);
    writes(folder, 0, 0);
    return folder;
  }

  /** When the fault began, and ended unless that is null. */
  public static void events(Path folder, @Nullable Double end) throws IOException {
    Path file = tideline(folder, EventLog.FILE_NAME);
    Files.deleteIfExists(file);
    EventLog log = new EventLog(file);
    log.append(event(START, Kind.FAULT_START, "stopped pid 4711"));
    if (end != null) {
      log.append(event(end, Kind.FAULT_END, "continued pid 4711"));
    }
  }

  private static RunEvent event(double second, Kind kind, String detail) {
    return new RunEvent(Math.round(second * 1e9), kind, 1, FAULT, detail);
  }

  /**
   * Twenty attempts a second at the database, {@code factor} times as many during the fault. Users
   * whose first request fails make no other, so that 0.4 times as many are as many for each
   * request.
   */
  public static void attempts(Path folder, double factor) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int second = 0; second < 75; second++) {
      boolean during = second >= START && second < END;
      lines.append(
          String.format(
              java.util.Locale.ROOT,
              "{\"atSeconds\":%d.5,\"proxy\":\"database\",\"attempts\":%d}%n",
              second,
              Math.round(20 * (during ? factor : 1))));
    }
    Files.writeString(tideline(folder, "proxies.jsonl"), lines);
  }

  /** A breaker that opens, probes twice, and closes. */
  public static void transitions(Path folder, double opens, double closes) throws IOException {
    Files.writeString(
        tideline(folder, "transitions.json"),
        "["
            + String.join(
                ",",
                transition(opens, "CLOSED", "OPEN"),
                transition(opens + 4, "OPEN", "HALF_OPEN"),
                transition(opens + 4.05, "HALF_OPEN", "OPEN"),
                transition(closes - 0.05, "OPEN", "HALF_OPEN"),
                transition(closes, "HALF_OPEN", "CLOSED"))
            + "]");
  }

  private static String transition(double second, String from, String to) {
    Instant at = Instant.ofEpochMilli(SampleRun.FIRST_INSTANT + Math.round(second * 1e3));
    return String.format(
        "{\"at\":\"%s\",\"name\":\"database\",\"from\":\"%s\",\"to\":\"%s\"}", at, from, to);
  }

  /** What became of a hundred acknowledged writes. */
  public static void writes(Path folder, int lost, int duplicated) throws IOException {
    Files.writeString(
        tideline(folder, "writes.json"),
        String.format(
            "{\"version\":1,\"acknowledged\":100,\"found\":%d,\"lost\":[%s],\"duplicated\":[%s],"
                + "\"unknown\":{\"found\":0,\"absent\":0,\"unchecked\":0},\"unchecked\":0}",
            100 - lost, some(lost), some(duplicated)));
  }

  private static String some(int count) {
    return String.join(
        ",",
        java.util.Collections.nCopies(
            count,
            "{\"state\":\"acknowledged\",\"kind\":\"memory\",\"key\":\"k\",\"id\":\"7\",\"account\":3,"
                + "\"at\":\"2026-09-21T14:13:45Z\"}"));
  }

  private static Path tideline(Path folder, String file) {
    return folder.resolve("tideline").resolve(file);
  }
}
