package io.tideline.simulations.run;

import io.tideline.engine.fault.KeeperProcess;
import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanException;
import io.tideline.engine.plan.ProxySpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * What breaks things in a run: the keeper, whose proxies stand in the way from before the target
 * starts until after it has ended; nothing for a plan that breaks nothing.
 */
public final class RunFaults implements AutoCloseable {
  private static final int LEAST_PORT = 20_000;
  private static final int HIGHEST_PORT = 32_000;
  private static final int MOST_PORTS = 200;
  private static final int HTTP = 80;

  /** Calls that a database of some tens of calls a second serves within the time limit of one. */
  private static final int WAITING = 32;

  /** What the sample service is told in any run with faults. */
  static final List<String> FOR_FAULTS =
      List.of(
          "--database=pair",
          "--replication=sync",
          "--fence=leave",
          "--waiting=" + WAITING,
          "--supervised",
          "--chaos");

  /** Taken by a proxy whose upstream is not known yet: nobody listens there. */
  private static final String NOWHERE = "127.0.0.1:1";

  private final FaultPlan plan;
  private final Optional<KeeperProcess> keeper;
  private final Map<String, ProxySpec> open = new LinkedHashMap<>();

  private RunFaults(FaultPlan plan, Optional<KeeperProcess> keeper) {
    this.plan = plan;
    this.keeper = keeper;
  }

  /** Starts the keeper and opens the proxies; what earlier runs have left broken is put back. */
  static RunFaults open(Plan plan, Surroundings surroundings) {
    try {
      KeeperProcess.putBackLeftovers(surroundings.results())
          .forEach(left -> System.out.println("Tideline: left by an earlier run: " + left));
      if (plan.faults().isNone()) {
        return new RunFaults(plan.faults(), Optional.empty());
      }
      KeeperProcess keeper =
          KeeperProcess.start(
              plan.faults(), plan.target().hosts(), plan.load().seed(), surroundings.results());
      RunFaults faults = new RunFaults(plan.faults(), Optional.of(keeper));
      faults.openProxies(keeper);
      return faults;
    } catch (IOException e) {
      throw new PlanException(List.of(String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlanException(List.of("interrupted while faults of an earlier run were put back"));
    }
  }

  private void openProxies(KeeperProcess keeper) throws IOException {
    try {
      for (ProxySpec proxy : plan.proxies()) {
        open.put(proxy.name(), keeper.open(proxy.isToldLater() ? proxy.to(NOWHERE) : proxy));
      }
    } catch (IOException e) {
      keeper.close();
      throw e;
    }
  }

  /**
   * What the stand-in is told so that it can be broken: a pair of databases that replicate
   * synchronously and a frozen one of which stays so, few calls that wait for it, a parent that
   * restarts the service, and its database by way of the plan's proxies, the first in front of the
   * first server.
   *
   * @param state folder in which it tells of itself
   */
  String[] standIn(Path state) {
    List<String> ports = List.of(freePort(), freePort());
    List<ProxySpec> before =
        plan.proxies().stream().filter(p -> p.upstream().equals(ProxySpec.DATABASE)).toList();
    List<String> told = new ArrayList<>(FOR_FAULTS);
    told.add("--state-dir=" + state);
    told.add("--database-ports=" + String.join(",", ports));
    if (before.size() > ports.size()) {
      throw new PlanException(
          List.of("the stand-in has two database servers; name no more than two proxies of them"));
    }
    for (int i = 0; i < before.size(); i++) {
      tell(before.get(i), "127.0.0.1:" + ports.get(i));
    }
    if (!before.isEmpty()) {
      told.add(
          "--database-via="
              + before.stream()
                  .map(proxy -> open.get(proxy.name()).listen())
                  .collect(Collectors.joining(",")));
    }
    return told.toArray(String[]::new);
  }

  private static String freePort() {
    // Below those that the system gives to whoever asks: it is free until its server has started.
    for (int tries = 0; tries < MOST_PORTS; tries++) {
      int port = ThreadLocalRandom.current().nextInt(LEAST_PORT, HIGHEST_PORT);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return String.valueOf(socket.getLocalPort());
      } catch (IOException taken) {
        continue;
      }
    }
    throw new PlanException(
        List.of(
            "there is no free port for the stand-in from " + LEAST_PORT + " to " + HIGHEST_PORT));
  }

  /** Where the load goes: to the target, or to the proxy in front of it. */
  String baseUrl(String target) {
    URI uri = URI.create(target);
    int port = uri.getPort() < 0 ? HTTP : uri.getPort();
    for (ProxySpec proxy : plan.proxies()) {
      if (proxy.upstream().equals(ProxySpec.TARGET)) {
        tell(proxy, uri.getHost() + ":" + port);
      }
    }
    return plan.proxies().stream()
        .filter(proxy -> proxy.upstream().equals(ProxySpec.TARGET))
        .map(proxy -> open.get(proxy.name()))
        .findFirst()
        .map(proxy -> "http://" + proxy.listen() + uri.getRawPath())
        .orElse(target);
  }

  private void tell(ProxySpec proxy, String address) {
    try {
      keeper.orElseThrow().upstream(proxy.name(), address);
    } catch (IOException e) {
      throw new PlanException(List.of(String.valueOf(e.getMessage())));
    }
  }

  /** Lets things be broken while {@code load} goes on. */
  public LoadRun during(LoadRun load) {
    return keeper.map(load::brokenBy).orElse(load);
  }

  /** What is printed of it before the run. */
  String announcement() {
    List<String> lines = new ArrayList<>();
    for (ProxySpec proxy : open.values()) {
      lines.add("Tideline: proxy " + proxy.name() + " on " + proxy.listen());
    }
    keeper
        .map(KeeperProcess::api)
        .filter(api -> !api.isEmpty() && !open.isEmpty())
        .ifPresent(api -> lines.add("Tideline: proxies are steered at " + api));
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** Puts everything back and closes the proxies. */
  @Override
  public void close() {
    keeper.ifPresent(KeeperProcess::close);
  }
}
