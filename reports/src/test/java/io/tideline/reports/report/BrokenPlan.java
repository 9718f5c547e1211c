package io.tideline.reports.report;

import io.tideline.engine.plan.CommandFault;
import io.tideline.engine.plan.FaultGuards;
import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.FaultSpec;
import io.tideline.engine.plan.HttpFault;
import io.tideline.engine.plan.NetworkFault;
import io.tideline.engine.plan.NetworkFault.Direction;
import io.tideline.engine.plan.NetworkFault.Of;
import io.tideline.engine.plan.NetworkTrouble;
import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.ProcessFault;
import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.plan.ProxySpec.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Faults of every kind, and troubles of every kind. */
final class BrokenPlan {
  private static final Duration SECOND = Duration.ofSeconds(1);

  static final FaultPlan FAULTS =
      new FaultPlan(
          Stream.concat(others(), troubles().map(BrokenPlan::network))
              .map(spec -> new PlannedFault(spec.inWords(), SECOND, SECOND, SECOND, spec))
              .toList(),
          List.of(new ProxySpec("p", "127.0.0.1:0", ProxySpec.TARGET, Protocol.HTTP)),
          "http://127.0.0.1:8474",
          FaultGuards.STANDARD);

  private BrokenPlan() {}

  private static Stream<FaultSpec> others() {
    return Stream.of(
        new ProcessFault(7L, null, null, ProcessFault.Action.KILL, true, List.of("again")),
        new ProcessFault(null, "p.pid", null, ProcessFault.Action.STOP, false, List.of()),
        new CommandFault(List.of("a", "b"), List.of(), SECOND),
        new HttpFault(new HttpFault.Call("POST", "http://localhost/", ""), null, SECOND));
  }

  private static Stream<NetworkTrouble> troubles() {
    return Stream.of(
        new NetworkTrouble.Latency(SECOND, Duration.ZERO),
        new NetworkTrouble.Bandwidth(1),
        new NetworkTrouble.BlackHole(),
        new NetworkTrouble.Reset(Duration.ZERO),
        new NetworkTrouble.SlowClose(SECOND),
        new NetworkTrouble.Cut(1),
        new NetworkTrouble.Slices(1, SECOND),
        new NetworkTrouble.Down(),
        new NetworkTrouble.Status(503),
        new NetworkTrouble.Delay(SECOND),
        new NetworkTrouble.Truncate(1));
  }

  private static FaultSpec network(NetworkTrouble trouble) {
    Of of = trouble.needsHttp() ? Of.REQUESTS : Of.CONNECTIONS;
    return new NetworkFault("p", trouble, Direction.BOTH, 0.5, of);
  }
}
