package io.tideline.reports.stats;

import io.tideline.engine.origin.Origin;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Slice;
import io.tideline.engine.plan.Target;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The command that makes a run again: same arrivals, journeys, accounts and lengths, whatever
 * defaults the plan file has by then. Secrets are none of it; names and passwords in a URL are left
 * out, because many read it.
 */
public final class Rerun {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");
  private static final double NANOS_PER_MILLI = 1e6;

  private final StringBuilder command = new StringBuilder("mvn gatling:test");

  private Rerun() {}

  /** The command for {@code run}; for one without a plan, which nothing tells how to make, null. */
  public static @Nullable String command(Run run) {
    LoadInfo load = run.info().load();
    if (load == null) {
      return null;
    }
    Rerun rerun = new Rerun();
    rerun.add("scenario", load.scenario());
    rerun.add("seed", String.valueOf(load.seed()));
    rerun.add("rate", JsonText.rounded(load.rate()).toPlainString());
    Plan plan = run.plan();
    if (plan != null) {
      rerun.add("duration", duration(plan));
    }
    if (load.speedup() != 1) {
      rerun.add("speedup", JsonText.rounded(load.speedup()).toPlainString());
    }
    rerun.target(load);
    if (plan != null && !plan.load().slice().equals(Slice.WHOLE)) {
      rerun.add("slice", plan.load().slice().toString());
    }
    Origin origin = run.origin();
    if (origin != null) {
      origin.subject().options().forEach(rerun::add);
    }
    return rerun.command.toString();
  }

  /** As a POSIX shell takes it, whatever is in it. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private void target(LoadInfo load) {
    String baseUrl = load.baseUrl();
    if (load.env().equals(Target.STAND_IN)) {
      return;
    }
    if (!load.env().equals(Target.LOCAL)) {
      add("env", load.env());
    }
    if (baseUrl != null) {
      add("baseUrl", withoutUser(baseUrl));
    }
  }

  private void add(String name, String value) {
    command.append(' ').append(quoted("-D" + name + "=" + value));
  }

  /** The measured phases together, before they were shortened. */
  private static String duration(Plan plan) {
    double nanos =
        plan.load().phases().stream()
            .filter(phase -> !phase.warmUp())
            .map(Phase::duration)
            .mapToDouble(duration -> duration.toNanos() * plan.load().speedup())
            .sum();
    BigDecimal seconds =
        BigDecimal.valueOf(nanos / NANOS_PER_MILLI)
            .setScale(0, RoundingMode.HALF_UP)
            .movePointLeft(3)
            .stripTrailingZeros();
    return seconds.scale() > 0
        ? seconds.movePointRight(3).toPlainString() + "ms"
        : seconds.toPlainString() + "s";
  }

  private static String withoutUser(String url) {
    return url.replaceFirst("//[^/@]*@", "//");
  }
}
