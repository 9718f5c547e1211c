package io.tideline.reports.testkit;

import io.tideline.engine.health.HealthLog;
import io.tideline.engine.origin.Machine;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.plan.Limits;
import io.tideline.engine.plan.Load;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Slice;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Target;
import io.tideline.engine.plan.ThinkTimes;
import io.tideline.engine.plan.ThinkTimes.ThinkTime;
import io.tideline.engine.plan.Validity;
import io.tideline.engine.schedule.LateLog;
import io.tideline.engine.schedule.LateLog.LateRequest;
import io.tideline.engine.schedule.LateLogWriter;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLogWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes the results folder of a run that never was: a plan, its record of starts, and a
 * simulation.log in which each arrival walks its journey against a target of the caller's making.
 * The same arguments make the same bytes.
 */
public final class SampleRun {
  /** Wall clock at the run's first instant. */
  public static final long FIRST_INSTANT = 1_790_000_000_000L;

  /** Gatling's own start lies before the first arrival. */
  public static final int GATLING_AHEAD_MILLIS = 350;

  private static final int PAUSE_MILLIS = 40;
  private static final Machine MACHINE =
      new Machine("host", "Linux amd64", "A processor", 2, 8L << 30, "A JVM 17");
  private static final Map<String, List<String>> JOURNEYS = journeys();

  private final Plan plan;
  private final TargetModel target;

  /** Lag of every arrival, in nanoseconds. */
  private final long lagNanos;

  /** Of as many arrivals one never starts; 0 for none. */
  private final int lostOneIn;

  /** How the pretended target answers. */
  @FunctionalInterface
  public interface TargetModel {
    /**
     * An answer to one request: its time in milliseconds, negative for a failure after as long.
     *
     * @param second of the run at which the request begins
     */
    int answer(String request, double second, SplittableRandom random);
  }

  /** A healthy target: 5 to about 60 ms, a long tail, no failure. */
  public static final TargetModel HEALTHY =
      (request, second, random) ->
          5 + (int) (Math.exp(random.nextGaussian() * 0.7) * (10 + request.length()));

  private SampleRun(Plan plan, TargetModel target, long lagNanos, int lostOneIn) {
    this.lostOneIn = lostOneIn;
    this.plan = plan;
    this.target = target;
    this.lagNanos = lagNanos;
  }

  /** A run of {@code plan} against {@code target}, each arrival {@code lag} late. */
  public static SampleRun of(Plan plan, TargetModel target, Duration lag) {
    return new SampleRun(plan, target, lag.toNanos(), 0);
  }

  /** The same run in which the last of every {@code count} arrivals never starts. */
  public SampleRun losingEvery(int count) {
    return new SampleRun(plan, target, lagNanos, count);
  }

  /** A plan for the stand-in with these phases, rate and promises. */
  public static Plan plan(double rate, List<Phase> phases, List<Slo> slos) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    weights.put("Browse timeline", 3);
    weights.put("Create memory", 1);
    return new Plan(
        "smoke",
        "a run that never was",
        new Target(
            Target.STAND_IN,
            "http://localhost:8080",
            List.of("localhost"),
            null,
            new Target.Credentials(null, Map.of())),
        new Load(rate, 1, 42, Load.Spread.EVEN, Slice.WHOLE, phases),
        new Mix(weights),
        new ThinkTimes(new ThinkTime(0.04, 0, 1), Map.of()),
        slos,
        new Limits(1_000, 1_000_000, Duration.ofHours(1)),
        Validity.STANDARD);
  }

  /** A phase at one rate. */
  public static Phase phase(String name, int seconds, boolean warmUp, double level) {
    return new Phase(
        name,
        Duration.ofSeconds(seconds),
        warmUp,
        List.of(new Level(0, level), new Level(1, level)));
  }

  /**
   * Writes the folder: simulation.log, and in {@code tideline} plan.json, starts.log and
   * generator.jsonl, of a generator that was well.
   */
  public Path writeTo(Path folder) throws IOException {
    Path tideline = Files.createDirectories(folder.resolve("tideline"));
    PlanJson.write(plan, tideline.resolve(PlanJson.FILE_NAME));
    new Origin(MACHINE, new Origin.Subject("0123456789abcdef", "1.0"))
        .write(tideline.resolve(Origin.FILE_NAME));
    writeStarts(tideline.resolve(StartLog.FILE_NAME));
    writeHealth(tideline.resolve(HealthLog.FILE_NAME));
    Files.deleteIfExists(tideline.resolve(LateLog.FILE_NAME));
    try (LateLogWriter late = new LateLogWriter(tideline.resolve(LateLog.FILE_NAME))) {
      Files.write(folder.resolve("simulation.log"), log(late));
    }
    return folder;
  }

  private void writeStarts(Path file) throws IOException {
    Schedule schedule = Schedule.of(plan);
    Files.deleteIfExists(file);
    try (StartLogWriter record = new StartLogWriter(file, FIRST_INSTANT)) {
      for (long k = 0; k < schedule.arrivals(); k++) {
        if (starts(k)) {
          record.started(k, schedule.dueNanos(k), schedule.dueNanos(k) + lagNanos);
        }
      }
      record.end(StartLog.Ending.COMPLETED, plan.duration().toNanos());
    }
  }

  private void writeHealth(Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (long second = 1; second <= plan.duration().toSeconds(); second++) {
      lines
          .append("{\"atSeconds\":")
          .append(second)
          .append(
              ",\"cpu\":0.2,\"gcMillis\":1,\"pauseMillis\":1,\"queued\":0,\"heapBytes\":1000000}\n");
    }
    Files.writeString(file, lines);
  }

  private byte[] log(LateLog.Listener late) {
    Schedule schedule = Schedule.of(plan);
    List<String> journeys = plan.mix().journeys();
    LogEncoder log = new LogEncoder("3.15.1", FIRST_INSTANT - GATLING_AHEAD_MILLIS, journeys);
    for (long k = 0; k < schedule.arrivals(); k++) {
      if (starts(k)) {
        int journey = schedule.journeyOf(k);
        int start = (int) ((schedule.dueNanos(k) + lagNanos) / 1_000_000) + GATLING_AHEAD_MILLIS;
        log.user(journey, true, start);
        int end = walk(new Logs(log, late), journeys.get(journey), start, new SplittableRandom(k));
        log.user(journey, false, end);
      }
    }
    return log.bytes();
  }

  private boolean starts(long k) {
    return plan.load().slice().has(k) && arrives(k);
  }

  private boolean arrives(long k) {
    return lostOneIn == 0 || (k + 1) % lostOneIn != 0;
  }

  private record Logs(LogEncoder log, LateLog.Listener late) {}

  private int walk(Logs logs, String journey, int start, SplittableRandom random) {
    LogEncoder log = logs.log();
    int lagMillis = (int) Math.round(lagNanos / 1e6);
    int now = start;
    for (String request : JOURNEYS.get(journey)) {
      int millis = target.answer(request, (now - GATLING_AHEAD_MILLIS) / 1e3, random);
      int end = now + Math.abs(millis);
      String failure = millis < 0 ? "status.find.in(200), but actually found 500" : "";
      log.request(List.of(journey, request), now, end, failure);
      if (lagMillis > 0) {
        long begin = FIRST_INSTANT - GATLING_AHEAD_MILLIS + now;
        logs.late()
            .late(new LateRequest(begin, end - now, lagMillis, millis >= 0, journey, request));
      }
      now = end + PAUSE_MILLIS;
      if (millis < 0) {
        log.group(journey, start, end, false);
        return end;
      }
    }
    log.group(journey, start, now, true);
    return now;
  }

  private static Map<String, List<String>> journeys() {
    Map<String, List<String>> journeys = new LinkedHashMap<>();
    journeys.put("Browse timeline", List.of("Sign in", "Open timeline", "Open memory"));
    journeys.put("Create memory", List.of("Sign in", "Save memory"));
    return journeys;
  }
}
