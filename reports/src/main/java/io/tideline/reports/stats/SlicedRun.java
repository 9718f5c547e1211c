package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Slice;
import io.tideline.engine.schedule.RunEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run that several generators made together, each a slice of it: their {@code run.json} added up.
 * Counts and histograms are exact sums, the time line too; seconds count from each generator's own
 * first instant, so that the plan's time is the same for all. Percentiles follow from the sums, as
 * in any run.
 */
public final class SlicedRun {
  private SlicedRun() {}

  /**
   * The whole run.
   *
   * @param slices every slice of one plan, in any order
   * @param id what the whole run is called
   * @throws IOException when they are not the slices of one run; the message is a sentence
   */
  public static Run of(List<Run> slices, String id) throws IOException {
    SliceChecks.require(slices);
    List<Run> inOrder =
        slices.stream().sorted(Comparator.comparingInt(run -> sliceOf(run).index())).toList();
    Run first = inOrder.get(0);
    Plan plan = wholePlan(Objects.requireNonNull(first.plan()));
    MergedRows rows = new MergedRows(inOrder);
    return new Run(
        info(inOrder, id),
        plan,
        first.origin(),
        rows.phases(),
        rows.requests(plan.mix().journeys()),
        rows.journeys(plan.mix().journeys()),
        MergedErrors.of(inOrder),
        rows.users(),
        MergedInjection.of(inOrder.stream().map(Run::injection).toList()),
        events(inOrder),
        MergedGenerator.of(inOrder.stream().map(Run::generator).toList()),
        null,
        MergedTimeLine.of(inOrder.stream().map(Run::timeLine).toList()),
        resources(inOrder),
        null,
        aftermath(inOrder));
  }

  static Slice sliceOf(Run run) {
    return Objects.requireNonNull(run.plan()).load().slice();
  }

  /** The plan as it would be for a single generator. */
  static ObjectNode wholeTree(Plan plan) {
    ObjectNode tree = PlanJson.tree(plan);
    ((ObjectNode) tree.required("load"))
        .putObject("slice")
        .put("index", Slice.WHOLE.index())
        .put("of", Slice.WHOLE.of());
    return tree;
  }

  private static Plan wholePlan(Plan plan) throws IOException {
    return PlanJson.of(wholeTree(plan), "plan of the whole run");
  }

  private static RunInfo info(List<Run> slices, String id) {
    RunInfo first = slices.get(0).info();
    Run worst = worst(slices);
    return new RunInfo(
        id,
        first.simulation(),
        earliest(slices),
        slices.stream().mapToDouble(run -> run.info().durationSeconds()).max().orElse(0),
        worst.info().ending(),
        reason(worst, slices),
        first.versions(),
        first.load());
  }

  private static @Nullable Instant earliest(List<Run> slices) {
    return slices.stream()
        .map(run -> run.info().start())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The slice that ended worst; a later constant of {@link Ending} is worse. */
  private static Run worst(List<Run> slices) {
    Run worst = slices.get(0);
    for (Run run : slices) {
      worst = run.info().ending().compareTo(worst.info().ending()) > 0 ? run : worst;
    }
    return worst;
  }

  private static String reason(Run worst, List<Run> slices) {
    if (worst.info().complete()) {
      long users = slices.stream().mapToLong(run -> run.users().started()).sum();
      return "all " + users + " users have left";
    }
    return "slice " + sliceOf(worst) + ": " + worst.info().endingReason();
  }

  /** Every slice has read the same target; the first that has read it tells of it. */
  private static @Nullable Resources resources(List<Run> slices) {
    return slices.stream().map(Run::resources).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Faults belong to one of the generators: the first that knows of them tells. */
  private static @Nullable Aftermath aftermath(List<Run> slices) {
    return slices.stream().map(Run::aftermath).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static List<RunEvent> events(List<Run> slices) {
    return slices.stream()
        .flatMap(run -> run.events().stream())
        .distinct()
        .sorted(Comparator.comparingLong(RunEvent::atNanos))
        .toList();
  }
}
