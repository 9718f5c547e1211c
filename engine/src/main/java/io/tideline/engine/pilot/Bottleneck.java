package io.tideline.engine.pilot;

import io.tideline.engine.pilot.ResourceCourse.Point;
import io.tideline.engine.pilot.StepRecord.Answer;
import io.tideline.engine.resource.Consumption;
import io.tideline.engine.resource.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of the target's resources where it broke, as far as its metrics tell. Loads are new
 * users per second.
 *
 * <pre>
 *   at the break   the bad steps within 10 % of the limit; without one the bad steps at the lowest
 *                  load, or where none broke the step at the highest load
 *   at its limit   of the medians there: 90 % of the limit in use, or 75 % while as many wait as
 *                  there is room for; from the lowest load on from which most steps are so
 *   moved          |rank correlation with the load| >= 0.7, and beyond three deviations of chance
 * </pre>
 *
 * @param sentence all of it in words
 * @param saturated resources at their limit, the one that was from the lowest load on first
 * @param nearest of the others the one nearest to its limit; null when no limit is known
 * @param moved what moved most with the load, where nothing is at its limit; null if nothing did
 */
public record Bottleneck(
    String sentence, List<Use> saturated, @Nullable Use nearest, @Nullable Move moved) {
  private static final double NEAR = 0.1;

  public Bottleneck {
    saturated = List.copyOf(saturated);
  }

  /**
   * A resource with a limit, where promises broke.
   *
   * @param load of the steps there
   * @param share of the limit that was in use
   * @param limit how much there was
   * @param waiting how many waited for it; null when nothing tells
   * @param limitFrom lowest load from which on it was at its limit; null when it was not
   * @param lowestLoad of all steps that tell of it
   * @param lowestShare in use there
   */
  public record Use(
      String source,
      String name,
      Unit unit,
      double load,
      double share,
      double limit,
      @Nullable Double waiting,
      @Nullable Double limitFrom,
      double lowestLoad,
      @Nullable Double lowestShare) {

    /** Whether it was at its limit at the lowest load too, so that the load does not explain it. */
    boolean always() {
      return limitFrom != null && limitFrom <= lowestLoad && lowestLoad < load * (1 - NEAR);
    }

    private double waiters() {
      return waiting == null ? 0 : waiting;
    }
  }

  /**
   * A resource that moved with the load, which makes it no cause.
   *
   * @param fromLoad lowest load
   * @param from mean there
   * @param toLoad where promises broke
   * @param to mean there
   * @param rankCorrelation of load and mean, -1 to 1
   * @param steps how many it is made of
   */
  public record Move(
      String source,
      String name,
      Unit unit,
      double fromLoad,
      double from,
      double toLoad,
      double to,
      double rankCorrelation,
      int steps) {}

  /**
   * The bottleneck of a search, or null when the target told nothing.
   *
   * @param limit load at which half of the steps break; null when it is not known
   */
  static @Nullable Bottleneck of(List<StepRecord> steps, @Nullable Double limit) {
    List<StepRecord> atBreak = atBreak(steps, limit);
    List<ResourceCourse> courses = courses(steps, atBreak);
    if (courses.isEmpty()) {
      return null;
    }
    List<Use> uses = courses.stream().map(ResourceCourse::use).flatMap(Optional::stream).toList();
    List<Use> saturated =
        uses.stream()
            .filter(use -> use.limitFrom() != null)
            .sorted(
                Comparator.comparing(Use::always)
                    .thenComparing(use -> Objects.requireNonNull(use.limitFrom()))
                    .thenComparing(Use::waiters, Comparator.reverseOrder())
                    .thenComparing(Use::share, Comparator.reverseOrder()))
            .toList();
    Use nearest =
        uses.stream()
            .filter(use -> use.limitFrom() == null)
            .max(Comparator.comparingDouble(Use::share))
            .orElse(null);
    boolean explained = saturated.stream().anyMatch(use -> !use.always());
    Move moved = explained ? null : moved(courses);
    return new Bottleneck(
        new BottleneckWords(courses).sentence(saturated, nearest, moved),
        saturated,
        nearest,
        moved);
  }

  private static @Nullable Move moved(List<ResourceCourse> courses) {
    return courses.stream()
        .map(ResourceCourse::move)
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(ResourceCourse::fold))
        .orElse(null);
  }

  private static List<StepRecord> atBreak(List<StepRecord> steps, @Nullable Double limit) {
    List<StepRecord> telling = steps.stream().filter(step -> !step.resources().isEmpty()).toList();
    List<StepRecord> bad = telling.stream().filter(step -> step.answer() == Answer.BAD).toList();
    List<StepRecord> near =
        bad.stream()
            .filter(step -> limit != null && Math.abs(Math.log(step.load() / limit)) <= NEAR)
            .toList();
    if (!near.isEmpty()) {
      return near;
    }
    Comparator<StepRecord> byLoad = Comparator.comparingDouble(StepRecord::load);
    Optional<StepRecord> one =
        bad.isEmpty() ? telling.stream().max(byLoad) : bad.stream().min(byLoad);
    return one.stream().toList();
  }

  private static List<ResourceCourse> courses(List<StepRecord> steps, List<StepRecord> atBreak) {
    Set<List<String>> names = new LinkedHashSet<>();
    steps.forEach(
        step -> step.resources().forEach(each -> names.add(List.of(each.source(), each.name()))));
    List<ResourceCourse> courses = new ArrayList<>();
    for (List<String> name : names) {
      List<Point> there = points(atBreak, name);
      if (!there.isEmpty()) {
        courses.add(new ResourceCourse(points(steps, name), there));
      }
    }
    return courses;
  }

  private static List<Point> points(List<StepRecord> steps, List<String> name) {
    List<Point> points = new ArrayList<>();
    for (StepRecord step : steps) {
      for (Consumption each : step.resources()) {
        if (name.equals(List.of(each.source(), each.name()))) {
          points.add(new Point(step.load(), each));
        }
      }
    }
    return points;
  }
}
