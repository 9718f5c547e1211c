package io.tideline.reports.bottleneck;

import io.tideline.engine.resource.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what became of the target's resources in a phase. */
final class Words {
  private static final int MOST_OTHERS = 3;

  private final PhaseBottleneck found;

  Words(PhaseBottleneck found) {
    this.found = found;
  }

  String sentence() {
    List<String> parts = new ArrayList<>();
    parts.add(found.saturated().isEmpty() ? "no resource was at its limit" : atLimit());
    if (found.blocks() < Correlated.FEWEST) {
      parts.add(
          "too short to say what moved with response times: "
              + found.blocks()
              + " blocks of the "
              + Correlated.FEWEST
              + " needed");
    } else {
      parts.add(
          found.moved().isEmpty()
              ? "nothing is known to have moved with " + found.metric()
              : moved(found.moved().get(0)));
    }
    return found.phase() + ": " + String.join("; ", parts);
  }

  private String atLimit() {
    Saturated first = found.saturated().get(0);
    List<Saturated> rest = found.saturated().subList(1, found.saturated().size());
    return "first at its limit: " + used(first) + (rest.isEmpty() ? "" : "; then " + others(rest));
  }

  private static String used(Saturated use) {
    return String.format(
        Locale.ROOT,
        "%s (%s%s in use%s, from second %.0f on, %s of the phase)",
        use.name(),
        Unit.SHARE.text(use.share()),
        use.unit() == Unit.SHARE ? "" : " of " + use.unit().text(use.limit()),
        use.waiting() == null ? "" : " with " + Unit.COUNT.text(use.waiting()) + " waiting",
        use.fromSeconds(),
        Unit.SHARE.text(use.part()));
  }

  private static String others(List<Saturated> uses) {
    String named =
        uses.stream().limit(MOST_OTHERS).map(Saturated::name).collect(Collectors.joining(", "));
    return uses.size() > MOST_OTHERS
        ? named + " and " + (uses.size() - MOST_OTHERS) + " more"
        : named;
  }

  private String moved(Mover mover) {
    List<Mover> rest = found.moved().subList(1, found.moved().size());
    Double load = found.withLoad();
    return String.format(
        Locale.ROOT,
        "what moves most with %s is %s, %s where it is short and %s where it is long (rank"
            + " correlation %.2f over %d blocks, worth %.0f independent ones: %s%s)%s; a"
            + " correlation, not a cause",
        found.metric(),
        mover.name(),
        mover.unit().text(mover.fast()),
        mover.unit().text(mover.slow()),
        mover.rho(),
        mover.blocks(),
        mover.effective(),
        mover.strength(),
        load == null
            ? ""
            : String.format(Locale.ROOT, "; the rate of requests moves with it too, %.2f", load),
        rest.isEmpty()
            ? ""
            : "; so do "
                + rest.stream()
                    .limit(MOST_OTHERS)
                    .map(Mover::name)
                    .collect(Collectors.joining(", "))
                + (rest.size() > MOST_OTHERS
                    ? " and " + (rest.size() - MOST_OTHERS) + " more"
                    : ""));
  }
}
