package io.tideline.engine.fault;

import io.tideline.engine.plan.NetworkFault;
import io.tideline.engine.plan.NetworkTrouble;
import io.tideline.engine.proxy.Toxic;
import java.io.IOException;

/** Trouble at a proxy: toxics put on it and taken off, or the proxy shut and opened again. */
final class TroubledNetwork implements Fault {
  private final String name;
  private final NetworkFault spec;
  private final Network network;

  /**
   * @param name of the fault, by which its toxics are called
   */
  TroubledNetwork(String name, NetworkFault spec, Network network) {
    this.name = name;
    this.spec = spec;
    this.network = network;
  }

  @Override
  public String begin() throws IOException {
    if (spec.trouble() instanceof NetworkTrouble.Down) {
      network.enable(spec.proxy(), false);
    }
    for (Toxic toxic : Toxics.of(name, spec)) {
      network.add(spec.proxy(), toxic);
    }
    return spec.inWords();
  }

  @Override
  public String end() throws IOException {
    if (spec.trouble() instanceof NetworkTrouble.Down) {
      network.enable(spec.proxy(), true);
    }
    for (Toxic toxic : Toxics.of(name, spec)) {
      network.remove(spec.proxy(), toxic.name());
    }
    return "proxy " + spec.proxy() + " as before";
  }
}
