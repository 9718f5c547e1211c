package io.tideline.simulations.run;

import io.tideline.engine.fault.KeeperProcess;
import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanException;
import io.tideline.engine.plan.ProxySpec;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What breaks things in a run: the keeper, whose proxies stand in the way from before the target
 * starts until after it has ended; nothing for a plan that breaks nothing.
 */
public final class RunFaults implements AutoCloseable {
  private static final int HTTP = 80;

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
        open.put(
            proxy.name(), keeper.open(proxy.isToldLater() ? proxy.to(NOWHERE) : proxy));
      }
    } catch (IOException e) {
      keeper.close();
      throw e;
    }
  }

  /** Host and port of the proxy in front of the stand-in's database, if there is one. */
  Optional<String> databaseVia() {
    return before(ProxySpec.DATABASE).map(ProxySpec::listen);
  }

  /** Tells the proxy in front of the stand-in's database where that is. */
  void databaseAt(String address) {
    tell(ProxySpec.DATABASE, address);
  }

  /** Where the load goes: to the target, or to the proxy in front of it. */
  String baseUrl(String target) {
    URI uri = URI.create(target);
    int port = uri.getPort() < 0 ? HTTP : uri.getPort();
    tell(ProxySpec.TARGET, uri.getHost() + ":" + port);
    return before(ProxySpec.TARGET)
        .map(proxy -> "http://" + proxy.listen() + uri.getRawPath())
        .orElse(target);
  }

  private void tell(String upstream, String address) {
    for (ProxySpec proxy : plan.proxies()) {
      if (proxy.upstream().equals(upstream)) {
        try {
          keeper.orElseThrow().upstream(proxy.name(), address);
        } catch (IOException e) {
          throw new PlanException(List.of(String.valueOf(e.getMessage())));
        }
      }
    }
  }

  private Optional<ProxySpec> before(String upstream) {
    return plan.proxies().stream()
        .filter(proxy -> proxy.upstream().equals(upstream))
        .map(proxy -> open.get(proxy.name()))
        .findFirst();
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
