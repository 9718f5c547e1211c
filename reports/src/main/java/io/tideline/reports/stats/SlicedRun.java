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
   * @param slices every slice of one plan, in any order; what is missing or does not belong
   *     together is remarked in {@link Run#joint()}
   * @param id what the whole run is called
   * @throws IOException when they are no slices at all; the message is a sentence
   */
  public static Run of(List<Run> slices, String id) throws IOException {
    return of(slices, id, List.of());
  }

  /**
   * The same.
   *
   * @param unsound sentences on slices whose own numbers prove nothing, which the sum cannot mend
   */
  public static Run of(List<Run> slices, String id, List<String> unsound) throws IOException {
    Joint.Builder remarks = new Joint.Builder();
    List<Run> inOrder = SliceChecks.of(slices, remarks);
    unsound.forEach(sentence -> remarks.problem("slices", sentence));
    Run first = inOrder.get(0);
    Plan plan = wholePlan(Objects.requireNonNull(first.plan()));
    MergedRows rows = new MergedRows(inOrder);
    TimeLine line = MergedTimeLine.of(inOrder.stream().map(Run::timeLine).toList());
    List<RunEvent> events = MergedEvents.of(inOrder, remarks);
    Resources resources = MergedResources.of(inOrder, remarks);
    Replies replies = MergedReplies.of(inOrder, line, remarks);
    Aftermath aftermath = MergedAftermath.of(inOrder, line, remarks);
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
        events,
        MergedGenerator.of(inOrder.stream().map(Run::generator).toList()),
        null,
        line,
        resources,
        replies,
        aftermath,
        remarks.build(),
        LogFacts.sum(inOrder.stream().map(Run::log).toList()));
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
}
