package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run breaks, when, and by which means.
 *
 * @param faults in order of their begin
 * @param proxies that stand in the way during the whole run
 * @param toxiproxy URL of a Toxiproxy that is to be the proxies; null for those of the run itself
 * @param guards what ends all of it at once
 */
public record FaultPlan(
    List<PlannedFault> faults,
    List<ProxySpec> proxies,
    @Nullable String toxiproxy,
    FaultGuards guards) {
  /** A run that breaks nothing. */
  public static final FaultPlan NONE =
      new FaultPlan(List.of(), List.of(), null, FaultGuards.STANDARD);

  public FaultPlan {
    faults = List.copyOf(faults);
    proxies = List.copyOf(proxies);
  }

  /** Whether nothing is broken and nothing stands in the way. */
  @JsonIgnore
  public boolean isNone() {
    return faults.isEmpty() && proxies.isEmpty();
  }

  /** The proxy of a name. */
  public Optional<ProxySpec> proxy(String name) {
    return proxies.stream().filter(proxy -> proxy.name().equals(name)).findFirst();
  }
}
