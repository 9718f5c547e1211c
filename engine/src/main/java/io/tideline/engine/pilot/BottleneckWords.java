package io.tideline.engine.pilot;

import io.tideline.engine.pilot.Bottleneck.Move;
import io.tideline.engine.pilot.Bottleneck.Use;
import io.tideline.engine.resource.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what became of the target's resources. */
final class BottleneckWords {
  private static final int MOST_OTHERS = 3;

  private final boolean manySources;

  BottleneckWords(List<ResourceCourse> courses) {
    long sources =
        courses.stream()
            .map(course -> course.points().get(0).consumed().source())
            .distinct()
            .count();
    this.manySources = sources > 1;
  }

  String sentence(List<Use> saturated, @Nullable Use nearest, @Nullable Move moved) {
    List<Use> byLoad = saturated.stream().filter(use -> !use.always()).toList();
    List<Use> always = saturated.stream().filter(Use::always).toList();
    List<String> parts = new ArrayList<>();
    if (byLoad.isEmpty()) {
      parts.add(
          "No resource that the target tells of came to its limit with the load"
              + (nearest == null ? "" : "; nearest: " + used(nearest)));
      parts.add(moved == null ? "No resource is known to have moved with the load" : moved(moved));
    } else {
      parts.add(first(byLoad.get(0)));
      if (byLoad.size() > 1) {
        parts.add("At their limit too: " + others(byLoad.subList(1, byLoad.size())));
      }
    }
    if (!always.isEmpty()) {
      parts.add("At their limit at every load: " + others(always));
    }
    return String.join(". ", parts);
  }

  private String first(Use use) {
    return String.format(
        Locale.ROOT,
        "First at its limit: %s; at it from %s on%s",
        used(use),
        load(use.limitFrom() == null ? Double.NaN : use.limitFrom()),
        use.lowestShare() == null || use.limitFrom() == null || use.limitFrom() <= use.lowestLoad()
            ? ""
            : ", " + Unit.SHARE.text(use.lowestShare()) + " at " + load(use.lowestLoad()));
  }

  private String used(Use use) {
    boolean ofOne = use.unit() == Unit.SHARE;
    return String.format(
        Locale.ROOT,
        "%s, %s%s in use%s at %s users per second",
        name(use.source(), use.name()),
        Unit.SHARE.text(use.share()),
        ofOne ? "" : " of " + use.unit().text(use.limit()),
        use.waiting() == null ? "" : " with " + Unit.COUNT.text(use.waiting()) + " waiting",
        load(use.load()));
  }

  private String others(List<Use> uses) {
    String named =
        uses.stream()
            .limit(MOST_OTHERS)
            .map(use -> name(use.source(), use.name()) + " " + Unit.SHARE.text(use.share()))
            .collect(Collectors.joining(", "));
    return uses.size() > MOST_OTHERS
        ? named + " and " + (uses.size() - MOST_OTHERS) + " more"
        : named;
  }

  private String moved(Move move) {
    return String.format(
        Locale.ROOT,
        "What moved most with the load: %s, from %s at %s to %s at %s users per second"
            + " (rank correlation %.2f over %d steps; a correlation, not a cause)",
        name(move.source(), move.name()),
        move.unit().text(move.from()),
        load(move.fromLoad()),
        move.unit().text(move.to()),
        load(move.toLoad()),
        move.rankCorrelation(),
        move.steps());
  }

  private String name(String source, String name) {
    return manySources ? name + " (" + source + ")" : name;
  }

  private static String load(double usersPerSecond) {
    return String.format(Locale.ROOT, "%.4g", usersPerSecond);
  }
}
