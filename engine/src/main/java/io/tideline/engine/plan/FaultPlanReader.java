package io.tideline.engine.plan;

import io.tideline.engine.plan.Node.ValueType;
import io.tideline.engine.plan.ProxySpec.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a scenario breaks: {@code faults = [ { name = "slow database", at = 2 m, lasts = 30 s,
 * network { proxy = database, latency = 200 ms } } ]}, {@code proxies}, {@code toxiproxy} and
 * {@code guards}. Proxies and Toxiproxy may stand in the environment too; the scenario's come
 * first.
 *
 * <p>{@code at} and {@code lasts} are on the plan's clock and keep their place in their phases when
 * {@code duration} or {@code speedup} changes these.
 */
final class FaultPlanReader {
  private static final Duration MORE_LEASE = Duration.ofSeconds(30);
  private static final ValueType<Protocol> PROTOCOL =
      new ValueType<>(
          "protocol",
          "tcp, http or postgresql",
          c -> Protocol.valueOf(c.getString(Node.SINGLE).strip().toUpperCase(Locale.ROOT)));

  private final Node scenario;
  private final Node environment;
  private final Target target;
  private final PlanTimes times;

  /**
   * @param environment of {@code target} in the plan file
   * @param times of the scenario's phases
   */
  FaultPlanReader(Node scenario, Node environment, Target target, PlanTimes times) {
    this.scenario = scenario;
    this.environment = environment;
    this.target = target;
    this.times = times;
  }

  FaultPlan read() {
    Hosts hosts = Hosts.of(target);
    List<ProxySpec> proxies = new ArrayList<>();
    scenario.children("proxies").forEach(node -> proxies.add(proxy(node, hosts, proxies)));
    environment.children("proxies").forEach(node -> proxies.add(proxy(node, hosts, proxies)));
    Node holder = scenario.has("toxiproxy") ? scenario : environment;
    hosts.checkUrl(holder, "toxiproxy");
    String toxiproxy = holder.readOrNull("toxiproxy", Values.TEXT);
    FaultReader reader = new FaultReader(hosts, proxies, toxiproxy != null, target.isStandIn());
    List<PlannedFault> faults = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node node : scenario.children("faults")) {
      PlannedFault fault = fault(node, reader);
      if (fault != null) {
        faults.add(fault);
        if (!names.add(fault.name())) {
          node.problem("name", "two faults are called \"" + fault.name() + "\"; rename one");
        }
      }
    }
    faults.sort(Comparator.comparing(PlannedFault::at));
    return new FaultPlan(faults, proxies, toxiproxy, guards(scenario.child("guards")));
  }

  private @Nullable PlannedFault fault(Node node, FaultReader reader) {
    Set<String> keys = new HashSet<>(Set.of("name", "at", "lasts", "lease"));
    keys.addAll(FaultReader.kinds());
    node.allow(keys);
    String name = node.read("name", Values.TEXT, "");
    if (name.isBlank()) {
      node.problem("name", "a fault needs a name, such as name = \"slow database\"");
    }
    for (String key : List.of("at", "lasts")) {
      if (!node.has(key)) {
        node.problem(key, "a fault needs at and lasts, such as at = 2 m, lasts = 30 s");
      }
    }
    FaultSpec spec = reader.read(node);
    Duration at = node.readOrNull("at", Values.DURATION);
    Duration lasts = node.readOrNull("lasts", Values.DURATION);
    if (at == null || lasts == null) {
      return null;
    }
    Window planned = new Window(at, lasts);
    check(node, planned);
    return spec == null ? null : timed(node, name, planned, spec);
  }

  private void check(Node node, Window planned) {
    if (planned.at().compareTo(times.warmUp()) <= 0) {
      node.problem(
          "at", "nothing shows a steady state before it; a fault comes after the warm-up's end");
    }
    if (planned.at().plus(planned.lasts()).compareTo(times.length()) > 0) {
      node.problem("lasts", "the fault would end after the last phase; make that longer");
    }
  }

  private PlannedFault timed(Node node, String name, Window planned, FaultSpec spec) {
    Duration at = times.inRun(planned.at());
    Duration lasts = times.inRun(planned.at().plus(planned.lasts())).minus(at);
    Duration lease = node.read("lease", Values.DURATION, lasts.plus(MORE_LEASE));
    if (lease.compareTo(lasts) < 0) {
      node.problem("lease", "must not be shorter than the fault lasts");
    }
    return new PlannedFault(name, at, lasts, lease, spec);
  }

  private ProxySpec proxy(Node node, Hosts hosts, List<ProxySpec> others) {
    node.allow(Set.of("name", "listen", "upstream", "protocol"));
    String name = node.read("name", Values.TEXT, "");
    if (name.isBlank()) {
      node.problem("name", "a proxy needs a name, such as name = database");
    } else if (others.stream().anyMatch(other -> other.name().equals(name))) {
      node.problem("name", "two proxies are called \"" + name + "\"; rename one");
    }
    String listen = node.read("listen", Values.TEXT, "127.0.0.1:0");
    hosts.checkAddress(node, "listen", listen);
    String upstream = node.read("upstream", Values.TEXT, "");
    Protocol protocol = node.read("protocol", PROTOCOL, Protocol.TCP);
    ProxySpec proxy = new ProxySpec(name, listen, upstream, protocol);
    checkUpstream(node, hosts, proxy);
    return proxy;
  }

  private void checkUpstream(Node node, Hosts hosts, ProxySpec proxy) {
    String baseUrl = target.baseUrl();
    if (!proxy.isToldLater()) {
      hosts.checkAddress(node, "upstream", proxy.upstream());
    } else if (proxy.upstream().equals(ProxySpec.DATABASE) && !target.isStandIn()) {
      node.problem("upstream", "only the stand-in tells its database; give its host and port");
    } else if (baseUrl != null && baseUrl.startsWith("https:")) {
      node.problem("upstream", "a proxy of the target needs a base URL of http, not https");
    }
  }

  private static FaultGuards guards(Node node) {
    node.allow(Set.of("errors", "for", "free-memory"));
    FaultGuards standard = FaultGuards.STANDARD;
    return new FaultGuards(
        node.read("errors", Values.ERRORS, standard.errors()),
        node.read("for", Values.SECONDS, standard.window()),
        node.read("free-memory", Values.BYTES, standard.freeMemoryBytes()));
  }

  private record Window(Duration at, Duration lasts) {}
}
