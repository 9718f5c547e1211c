package io.tideline.simulations.run;

import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Problems;
import io.tideline.engine.plan.ServiceOptionText;
import io.tideline.fixtures.StandInOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the sample service is told on its command line when it is the target: what the plan's faults
 * need, what the scenario says under {@code sample-service}, and what the user says by {@code
 * -DstandIn}. Of an option that is given more than once the last counts.
 */
final class SampleService {
  private static final String OPTION = "standIn";
  private static final String USERS = "--users";

  private SampleService() {}

  /**
   * The options of scenario and user.
   *
   * @param users accounts that it is to have
   */
  static List<String> options(Plan plan, Options options, long users) {
    List<String> byHand = byHand(options);
    Set<String> names =
        byHand.stream().map(ServiceOptionText::name).collect(Collectors.toUnmodifiableSet());
    List<String> all = new ArrayList<>();
    all.add(USERS + "=" + users);
    all.add(String.format(Locale.ROOT, "--time-scale=%.6f", plan.load().speedup()));
    plan.sampleService().stream()
        .filter(option -> !names.contains(ServiceOptionText.name(option)))
        .forEach(all::add);
    all.addAll(byHand);
    return all;
  }

  private static List<String> byHand(Options options) {
    return options.value(OPTION).map(ServiceOptionText::split).orElse(List.of());
  }

  /** Notes before anything is started what the service would refuse. */
  static void check(Plan plan, Options options, Problems problems) {
    if (!plan.target().isStandIn()) {
      return;
    }
    List<String> all = new ArrayList<>();
    if (!plan.faults().isNone()) {
      all.addAll(RunFaults.FOR_FAULTS);
    }
    all.addAll(options(plan, options, 1));
    StandInOptions.loggingTo(Path.of("log"))
        .with(all.toArray(String[]::new))
        .problem()
        .ifPresent(problem -> problems.add(where(plan, options, problem) + ": " + problem));
  }

  /** Who gave the option that is wrong: the service's sentence begins with it. */
  private static String where(Plan plan, Options options, String problem) {
    String name = problem.split("[=: ]", 2)[0];
    boolean byHand = byHand(options).stream().map(ServiceOptionText::name).anyMatch(name::equals);
    boolean byPlan =
        plan.sampleService().stream().map(ServiceOptionText::name).anyMatch(name::equals);
    return byPlan && !byHand || byHand(options).isEmpty()
        ? "sample-service of scenario " + plan.scenario()
        : "-DstandIn=" + options.value(OPTION).orElse("");
  }
}
