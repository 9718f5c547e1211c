package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checks that runs are the slices of one run: all of them, each once, of one plan, at one time, on
 * one target. What is not so is remarked; only runs that are not slices at all are refused.
 */
final class SliceChecks {
  private static final int MOST_NAMED = 5;
  private static final String SET = "set";
  private static final String PLAN = "plan";

  private final Joint.Builder remarks;
  private final List<Run> summed = new ArrayList<>();

  private SliceChecks(Joint.Builder remarks) {
    this.remarks = remarks;
  }

  /**
   * The runs that can be summed, in the order of their slices; the first one's plan is that of the
   * whole.
   *
   * @param remarks is told what speaks against the sum
   * @throws IOException when they are not slices; the message is a sentence
   */
  static List<Run> of(List<Run> runs, Joint.Builder remarks) throws IOException {
    requireSlices(runs);
    SliceChecks checks = new SliceChecks(remarks);
    checks.choose(runs);
    checks.everySliceOnce();
    checks.samePlan();
    SliceOrigins.check(checks.summed, remarks);
    SliceTimes.check(checks.summed, remarks);
    return checks.summed;
  }

  private static void requireSlices(List<Run> runs) throws IOException {
    if (runs.isEmpty()) {
      throw new IOException("no run to merge");
    }
    for (Run run : runs) {
      if (run.plan() == null && (run.origin() == null || runs.size() == 1)) {
        throw new IOException(name(run) + ": not a slice, Tideline did not run it");
      }
    }
    if (runs.stream().allMatch(run -> run.plan() == null)) {
      throw new IOException(name(runs.get(0)) + ": no plan.json, so nothing can be merged");
    }
    if (runs.size() > 1 && runs.stream().noneMatch(Run::isSlice)) {
      throw new IOException(name(runs.get(0)) + ": a whole run, not a slice of one");
    }
  }

  /** Leaves out what cannot be summed: copies, and runs without the phases of the first. */
  private void choose(List<Run> runs) {
    List<Run> planned =
        runs.stream()
            .filter(run -> run.plan() != null)
            .sorted(
                Comparator.<Run>comparingInt(run -> planOf(run).faults().isNone() ? 1 : 0)
                    .thenComparingInt(run -> SlicedRun.sliceOf(run).index()))
            .toList();
    runs.stream()
        .filter(run -> run.plan() == null)
        .forEach(run -> remarks.problem(PLAN, name(run) + " has no plan and was left out"));
    for (Run run : planned) {
      Optional<Run> copy = summed.stream().filter(other -> isCopy(other, run)).findFirst();
      if (copy.isPresent()) {
        remarks.problem(SET, name(run) + " is the same run as " + name(copy.get()));
      } else if (!summed.isEmpty() && !phases(summed.get(0)).equals(phases(run))) {
        remarks.problem(
            PLAN, name(run) + " has other phases than " + name(summed.get(0)) + ", was left out");
      } else {
        summed.add(run);
      }
      if (run.capacity() != null) {
        remarks.problem(PLAN, name(run) + " searched for its own breaking point: not summed");
      }
    }
  }

  private static boolean isCopy(Run one, Run other) {
    return Objects.equals(one.info().start(), other.info().start())
        && one.info().durationSeconds() == other.info().durationSeconds()
        && one.users().equals(other.users())
        && SlicedRun.sliceOf(one).equals(SlicedRun.sliceOf(other));
  }

  private static List<String> phases(Run run) {
    return run.phases().stream().map(PhaseRow::name).toList();
  }

  private void everySliceOnce() {
    Map<Integer, Run> seen = new TreeMap<>();
    Run first = summed.get(0);
    int of = SlicedRun.sliceOf(first).of();
    for (Run run : summed) {
      Slice slice = SlicedRun.sliceOf(run);
      if (slice.of() != of) {
        remarks.problem(
            SET, name(run) + " is slice " + slice + ", but " + name(first) + " is one of " + of);
      } else {
        Run twin = seen.put(slice.index(), run);
        if (twin != null) {
          remarks.problem(SET, name(twin) + " and " + name(run) + " are both slice " + slice);
        }
      }
    }
    String missing =
        IntStream.range(0, of)
            .boxed()
            .filter(index -> !seen.containsKey(index))
            .limit(MOST_NAMED)
            .map(index -> new Slice(index, of).toString())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      int count = of - seen.size();
      remarks.problem(
          SET,
          count > 1
              ? count + " slices are missing: " + missing + (count > MOST_NAMED ? ", ..." : "")
              : "slice " + missing + " is missing");
    }
  }

  private void samePlan() {
    Run first = summed.get(0);
    for (Run run : summed.subList(1, summed.size())) {
      boolean sameFaults = !planOf(run).faults().isNone();
      difference("", compared(first, sameFaults), compared(run, sameFaults))
          .ifPresent(
              difference ->
                  remarks.problem(
                      PLAN,
                      name(first) + " and " + name(run) + " differ: the plan's " + difference));
    }
  }

  /** The plan but for its target, and for faults where one generator has them for all. */
  private static ObjectNode compared(Run run, boolean withFaults) {
    Plan plan = planOf(run);
    ObjectNode tree = SlicedRun.wholeTree(withFaults ? plan : plan.breaking(FaultPlan.NONE));
    tree.remove("target");
    if (!withFaults) {
      tree.remove("resilience");
    }
    return tree;
  }

  /** Where two documents differ first, and their values there. */
  private static Optional<String> difference(String path, JsonNode one, JsonNode other) {
    if (one.equals(other)) {
      return Optional.empty();
    }
    if (one.isObject() && other.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      String before = path.isEmpty() ? "" : path + ".";
      return names.stream()
          .flatMap(name -> difference(before + name, of(one, name), of(other, name)).stream())
          .findFirst();
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      return IntStream.range(0, one.size())
          .boxed()
          .flatMap(i -> difference(path + "[" + i + "]", one.get(i), other.get(i)).stream())
          .findFirst();
    }
    return Optional.of(path + " is " + said(one) + " and " + said(other));
  }

  private static JsonNode of(JsonNode json, String name) {
    JsonNode value = json.get(name);
    return value == null ? MissingNode.getInstance() : value;
  }

  private static String said(JsonNode json) {
    return json.isMissingNode() ? "not there" : json.toString();
  }

  static Plan planOf(Run run) {
    return Objects.requireNonNull(run.plan());
  }

  static String name(Run run) {
    return run.info().id();
  }
}
