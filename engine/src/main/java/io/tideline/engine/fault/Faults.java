package io.tideline.engine.fault;

import io.tideline.engine.fault.pods.KubernetesCluster;
import io.tideline.engine.fault.pods.TakenPods;
import io.tideline.engine.plan.CommandFault;
import io.tideline.engine.plan.FaultSpec;
import io.tideline.engine.plan.HttpFault;
import io.tideline.engine.plan.NetworkFault;
import io.tideline.engine.plan.PodFault;
import io.tideline.engine.plan.ProcessFault;

/**
 * Makes a fault of what the plan says of it.
 *
 * @param network the proxies that there are
 * @param guard what must not be touched
 */
record Faults(Network network, Guard guard) {

  /**
   * The fault of a spec.
   *
   * @param name of the fault in the plan
   * @param note where it keeps what it needs to end
   */
  Fault of(String name, FaultSpec spec, Note note) {
    if (spec instanceof NetworkFault fault) {
      return new TroubledNetwork(name, fault, network);
    }
    if (spec instanceof ProcessFault fault) {
      return new SignalledProcess(fault, guard, note);
    }
    if (spec instanceof CommandFault fault) {
      return new RunCommand(fault);
    }
    if (spec instanceof PodFault fault) {
      return new TakenPods(fault, new KubernetesCluster(fault.context()), note);
    }
    return new CalledHttp((HttpFault) spec, guard);
  }
}
