package io.tideline.reports.preview;

import io.tideline.engine.plan.Limits;
import io.tideline.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * One cap of the plan.
 *
 * @param name what is capped
 * @param planned how much of it the run would take
 * @param allowed the cap
 * @param used planned as a share of allowed; above 1 the run would be refused
 */
record CapLine(String name, String planned, String allowed, double used) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** The caps of {@code plan}. */
  static List<CapLine> of(Plan plan, Totals totals) {
    Limits limits = plan.limits();
    List<CapLine> caps = new ArrayList<>();
    Long users = limits.users();
    if (users != null && plan.search() == null) {
      caps.add(
          new CapLine(
              "Users",
              Amounts.number(totals.users()),
              Amounts.number(users),
              (double) totals.users() / users));
    }
    caps.addAll(
        List.of(
            new CapLine(
                "New users per second",
                Amounts.rate(totals.peakRate()),
                Amounts.rate(limits.rate()),
                totals.peakRate() / limits.rate()),
            new CapLine(
                "Requests",
                Amounts.sum(Amounts.number(totals.requests()), totals),
                Amounts.number(limits.requests()),
                (double) totals.requests() / limits.requests()),
            new CapLine(
                "Duration",
                Amounts.duration(totals.duration()),
                Amounts.duration(limits.duration()),
                totals.duration().toNanos() / NANOS_PER_SECOND / limits.duration().toSeconds())));
    return caps;
  }

  /** Whether the run would be refused for it. */
  boolean isPassed() {
    return used > 1;
  }

  /** What is left, in words. */
  String headroom() {
    return isPassed()
        ? Amounts.percent(used - 1) + " too much"
        : Amounts.percent(1 - used) + " free";
  }
}
