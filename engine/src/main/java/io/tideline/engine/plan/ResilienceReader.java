package io.tideline.engine.plan;

import io.tideline.engine.plan.Resilience.Amplification;
import io.tideline.engine.plan.Resilience.Breaker;
import io.tideline.engine.plan.Resilience.Shedding;
import io.tideline.engine.plan.Resilience.Steady;
import io.tideline.engine.plan.Resilience.Window;
import io.tideline.engine.plan.Resilience.WindowSlo;
import io.tideline.engine.plan.Resilience.Writes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a scenario promises about its faults: {@code resilience { recovery-within = 30 s,
 * lost-writes = 0, windows { after = [ { errors = 1 % } ] } }}. Whatever it does not name is not
 * asked for.
 */
final class ResilienceReader {
  private static final Set<String> KEYS =
      Set.of(
          "recovery-within",
          "longest-call",
          "amplification",
          "dependency",
          "breaker",
          "shedding",
          "lost-writes",
          "duplicated-writes",
          "steady",
          "windows");
  private static final Set<String> BREAKER =
      Set.of("name", "on", "opens-within", "closes-within", "probes", "transitions", "resource");
  private static final Set<String> WINDOWS =
      Arrays.stream(Window.values()).map(Window::key).collect(Collectors.toSet());
  private static final String FAULT = "fault";
  private static final String SHOWS = "shows";

  private final Node scenario;
  private final FaultPlan plan;
  private final List<String> faults;
  private final SloReader slos;

  /**
   * @param plan the scenario's faults and proxies
   * @param slos reads limits, and knows which journeys and requests there are
   */
  ResilienceReader(Node scenario, FaultPlan plan, SloReader slos) {
    this.scenario = scenario;
    this.plan = plan;
    this.faults = plan.faults().stream().map(PlannedFault::name).toList();
    this.slos = slos;
  }

  /** The promises, or null when the scenario makes none. */
  @Nullable Resilience read() {
    if (!scenario.has("resilience")) {
      return null;
    }
    Node node = scenario.child("resilience");
    node.allow(KEYS);
    if (faults.isEmpty()) {
      scenario.problem("resilience", "there is no fault to cope with; name some in faults");
    }
    return new Resilience(
        node.readOrNull("recovery-within", Values.SECONDS),
        node.readOrNull("longest-call", Values.DURATION),
        amplification(node),
        node.has("breaker") ? breaker(node.child("breaker")) : null,
        node.has("shedding") ? shedding(node.child("shedding")) : null,
        new Writes(
            node.readOrNull("lost-writes", Values.NONE_OR_MORE),
            node.readOrNull("duplicated-writes", Values.NONE_OR_MORE)),
        steady(node.child("steady")),
        windows(node.child("windows")));
  }

  private @Nullable Amplification amplification(Node node) {
    Double limit = node.readOrNull("amplification", Values.POSITIVE);
    List<String> proxies = node.read("dependency", Values.TEXTS, List.of());
    if (limit != null && proxies.isEmpty()) {
      node.problem(
          "amplification",
          "attempts are counted at proxies; name them, for example dependency = [database]");
    }
    for (String proxy : proxies) {
      if (plan.proxy(proxy).isEmpty()) {
        node.problem("dependency", "there is no proxy \"" + proxy + "\"; name it in proxies");
      }
    }
    return limit == null || proxies.isEmpty() ? null : new Amplification(proxies, limit);
  }

  private Breaker breaker(Node node) {
    node.allow(BREAKER);
    List<String> on = node.read("on", Values.TEXTS, List.of());
    on.forEach(fault -> known(node, "on", fault));
    Breaker breaker =
        new Breaker(
            node.readOrNull("name", Values.TEXT),
            on,
            node.readOrNull("opens-within", Values.DURATION),
            node.readOrNull("closes-within", Values.DURATION),
            node.readOrNull("probes", Values.COUNT),
            node.readOrNull("transitions", Values.TEXT),
            node.readOrNull("resource", Values.TEXT));
    String path = breaker.transitions();
    if (path == null && breaker.resource() == null) {
      node.problem(
          "transitions",
          "a breaker is watched by the list of its transitions, such as transitions ="
              + " \"/operations/transitions\", or by a resource that is above 0 while it is open");
    }
    if (path == null && breaker.probes() != null) {
      node.problem("probes", "only the list of transitions tells them; add transitions");
    }
    if (path != null && !path.startsWith("/")) {
      node.problem("transitions", "a path on the target begins with /");
    }
    return breaker;
  }

  private static Shedding shedding(Node node) {
    node.allow(Set.of("refused", "within"));
    return new Shedding(
        node.readOrNull("refused", Values.LEAST_SHARE), node.readOrNull("within", Values.DURATION));
  }

  private static Steady steady(Node node) {
    node.allow(Set.of("intervals", "errors", "latency", "rate"));
    Steady standard = Steady.STANDARD;
    double latency = node.read("latency", Values.POSITIVE, standard.latency());
    if (latency < 1) {
      node.problem("latency", "is a factor of 1 or more, such as 1.5");
    }
    return new Steady(
        node.read("intervals", Values.COUNT, (long) standard.intervals()).intValue(),
        node.read("errors", Values.ERRORS, standard.errors()),
        latency,
        node.read("rate", Values.LEAST_SHARE, standard.rate()));
  }

  private List<WindowSlo> windows(Node node) {
    node.allow(WINDOWS);
    List<WindowSlo> promises = new ArrayList<>();
    for (Window window : Window.values()) {
      for (Node block : node.children(window.key())) {
        promises.addAll(promises(window, block));
      }
    }
    return promises;
  }

  private List<WindowSlo> promises(Window window, Node block) {
    String fault = block.readOrNull(FAULT, Values.TEXT);
    if (fault != null && window == Window.BEFORE) {
      block.problem(FAULT, "the time before is that before the first fault; leave it out");
    } else if (fault != null) {
      known(block, FAULT, fault);
    }
    String shows = block.readOrNull(SHOWS, Values.TEXT);
    return slos.readInWindow(block, Set.of(FAULT, SHOWS)).stream()
        .map(slo -> new WindowSlo(window, fault, slo, shows))
        .toList();
  }

  private void known(Node node, String key, String fault) {
    if (!faults.contains(fault)) {
      node.problem(
          key, "there is no fault \"" + fault + "\"; there are " + String.join(", ", faults));
    }
  }
}
