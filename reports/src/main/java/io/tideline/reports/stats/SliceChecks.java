package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Slice;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Whether runs are the slices of one run: all of them, each once, of the same plan. */
final class SliceChecks {
  private SliceChecks() {}

  /**
   * Passes if they are.
   *
   * @throws IOException with what they are instead
   */
  static void require(List<Run> runs) throws IOException {
    requirePlans(runs);
    requireEverySliceOnce(runs);
    Run first = runs.get(0);
    for (Run run : runs.subList(1, runs.size())) {
      requireSame(first, run);
    }
  }

  private static void requirePlans(List<Run> runs) throws IOException {
    if (runs.isEmpty()) {
      throw new IOException("no run to merge");
    }
    for (Run run : runs) {
      if (run.plan() == null) {
        throw new IOException(name(run) + ": not a slice, Tideline did not run it");
      }
      if (run.capacity() != null) {
        throw new IOException(
            name(run) + ": it searched for its own breaking point, which does not add up");
      }
    }
  }

  private static void requireEverySliceOnce(List<Run> runs) throws IOException {
    Map<Integer, Run> seen = new TreeMap<>();
    int of = SlicedRun.sliceOf(runs.get(0)).of();
    for (Run run : runs) {
      Slice slice = SlicedRun.sliceOf(run);
      if (slice.of() != of) {
        throw new IOException(
            name(run) + ": slice " + slice + ", but " + name(runs.get(0)) + " is one of " + of);
      }
      Run twin = seen.put(slice.index(), run);
      if (twin != null) {
        throw new IOException(name(run) + ": slice " + slice + ", as " + name(twin) + " is");
      }
    }
    Optional<Integer> missing =
        IntStream.range(0, of).boxed().filter(index -> !seen.containsKey(index)).findFirst();
    if (missing.isPresent()) {
      throw new IOException("slice " + new Slice(missing.get(), of) + " is missing");
    }
  }

  private static void requireSame(Run first, Run run) throws IOException {
    Optional<String> difference =
        difference("", SlicedRun.wholeTree(planOf(first)), SlicedRun.wholeTree(planOf(run)));
    if (difference.isPresent()) {
      throw refused(first, run, "the plan's " + difference.get());
    }
    List<String> others = first.fingerprint().differences(run.fingerprint());
    if (!others.isEmpty()) {
      throw refused(first, run, others.get(0));
    }
  }

  private static IOException refused(Run first, Run run, String difference) {
    return new IOException(
        name(first) + " and " + name(run) + " are not slices of one run: " + difference);
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
    return Optional.of(path + " is " + said(one) + " and " + said(other));
  }

  private static JsonNode of(JsonNode json, String name) {
    JsonNode value = json.get(name);
    return value == null ? MissingNode.getInstance() : value;
  }

  private static String said(JsonNode json) {
    return json.isMissingNode() ? "not there" : json.toString();
  }

  private static Plan planOf(Run run) {
    return Objects.requireNonNull(run.plan());
  }

  private static String name(Run run) {
    return run.info().id();
  }
}
