package io.tideline.reports.stats;

import io.tideline.engine.plan.Resilience;
import io.tideline.reports.stats.Transitions.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sums what slices know of a run's faults: attempts and writes add up, transitions are united. */
final class MergedAftermath {
  private static final int MOST_EXAMPLES = 5;
  private static final double SAME_SECONDS = 0.005;
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final String WRITES = "writes";

  private final List<Run> slices;
  private final TimeLine line;
  private final Joint.Builder remarks;

  private MergedAftermath(List<Run> slices, TimeLine line, Joint.Builder remarks) {
    this.slices = slices;
    this.line = line;
    this.remarks = remarks;
  }

  /**
   * The sum; null when nothing is known.
   *
   * @param line merged time line, in whose intervals attempts are counted
   */
  static @Nullable Aftermath of(List<Run> slices, TimeLine line, Joint.Builder remarks) {
    MergedAftermath merged = new MergedAftermath(slices, line, remarks);
    Aftermath sum = new Aftermath(merged.dependencies(), merged.transitions(), merged.writes());
    return sum.isEmpty() ? null : sum;
  }

  private List<Dependency> dependencies() {
    Map<String, long[]> sums = new LinkedHashMap<>();
    for (Run run : slices) {
      int factor = line.intervalSeconds() / run.timeLine().intervalSeconds();
      for (Dependency each : dependenciesOf(run)) {
        long[] sum = sums.computeIfAbsent(each.proxy(), name -> new long[line.moments().size()]);
        for (int i = 0; i < each.attempts().size() && i / factor < sum.length; i++) {
          sum[i / factor] += each.attempts().get(i);
        }
      }
    }
    List<Dependency> all = new ArrayList<>();
    sums.forEach(
        (name, sum) -> {
          all.add(new Dependency(name, Arrays.stream(sum).boxed().toList()));
          slices.stream()
              .filter(run -> !SliceChecks.planOf(run).faults().proxies().isEmpty())
              .filter(run -> dependenciesOf(run).stream().noneMatch(d -> d.proxy().equals(name)))
              .forEach(
                  run ->
                      remarks.problem(
                          "proxies",
                          SliceChecks.name(run)
                              + " has no record of proxy "
                              + name
                              + ": attempts through it are not known"));
        });
    return all;
  }

  private static List<Dependency> dependenciesOf(Run run) {
    return run.aftermath() == null ? List.of() : run.aftermath().dependencies();
  }

  /** What the target listed, or was sampled of it: each transition once, by the wall clock. */
  private @Nullable Transitions transitions() {
    List<Run> known =
        slices.stream()
            .filter(run -> run.aftermath() != null && transitionsOf(run) != null)
            .toList();
    if (known.isEmpty()) {
      return null;
    }
    List<Run> listed = known.stream().filter(run -> !required(run).sampled()).toList();
    if (listed.isEmpty()) {
      Run most =
          known.stream()
              .max(Comparator.comparingInt(run -> required(run).list().size()))
              .orElse(known.get(0));
      if (known.size() > 1) {
        remarks.note(
            "transitions",
            "the circuit breaker's transitions are those that "
                + SliceChecks.name(most)
                + " sampled");
      }
      return new Transitions(true, onOneClock(most));
    }
    List<Transition> united = new ArrayList<>();
    for (Run run : listed) {
      for (Transition each : onOneClock(run)) {
        if (united.stream().noneMatch(other -> isSame(each, other))) {
          united.add(each);
        }
      }
    }
    united.sort(Comparator.comparingDouble(Transition::atSeconds));
    return new Transitions(false, united);
  }

  private List<Transition> onOneClock(Run run) {
    double offset = millis(run) - slices.stream().mapToDouble(this::millis).min().orElse(0);
    return required(run).list().stream()
        .map(
            t ->
                offset == 0
                    ? t
                    : new Transition(
                        t.atSeconds() + offset / MILLIS_PER_SECOND, t.breaker(), t.from(), t.to()))
        .toList();
  }

  private double millis(Run run) {
    Instant start = run.info().start();
    return start == null ? Double.POSITIVE_INFINITY : start.toEpochMilli();
  }

  private static boolean isSame(Transition one, Transition other) {
    return one.breaker().equals(other.breaker())
        && one.from() == other.from()
        && one.to() == other.to()
        && Math.abs(one.atSeconds() - other.atSeconds()) < SAME_SECONDS;
  }

  private static @Nullable Transitions transitionsOf(Run run) {
    Aftermath aftermath = run.aftermath();
    return aftermath == null ? null : aftermath.transitions();
  }

  private static Transitions required(Run run) {
    return Objects.requireNonNull(transitionsOf(run));
  }

  private @Nullable WriteCounts writes() {
    List<WriteCounts> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Run run : slices) {
      WriteCounts counts = run.aftermath() == null ? null : run.aftermath().writes();
      if (counts == null) {
        unknown.add(SliceChecks.name(run));
      } else {
        known.add(counts);
      }
    }
    if (known.isEmpty()) {
      return null;
    }
    if (!unknown.isEmpty()) {
      String sentence =
          "acknowledged writes of " + String.join(", ", unknown) + " were not looked up";
      if (slices.stream().anyMatch(MergedAftermath::asksForWrites)) {
        remarks.problem(WRITES, sentence);
      } else {
        remarks.warning(WRITES, sentence);
      }
    }
    return new WriteCounts(
        known.stream().mapToLong(WriteCounts::acknowledged).sum(),
        known.stream().mapToLong(WriteCounts::lost).sum(),
        known.stream().mapToLong(WriteCounts::duplicated).sum(),
        known.stream().mapToLong(WriteCounts::unknown).sum(),
        known.stream()
            .flatMap(counts -> counts.examples().stream().limit(MOST_EXAMPLES))
            .limit(2L * MOST_EXAMPLES)
            .toList());
  }

  private static boolean asksForWrites(Run run) {
    Resilience promised = SliceChecks.planOf(run).resilience();
    return promised != null && promised.writes().areAsked();
  }
}
