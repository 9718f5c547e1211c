package io.tideline.engine.fault;

import io.tideline.engine.plan.NetworkFault;
import io.tideline.engine.plan.NetworkFault.Direction;
import io.tideline.engine.plan.NetworkFault.Of;
import io.tideline.engine.plan.NetworkTrouble;
import io.tideline.engine.plan.NetworkTrouble.Bandwidth;
import io.tideline.engine.plan.NetworkTrouble.BlackHole;
import io.tideline.engine.plan.NetworkTrouble.Cut;
import io.tideline.engine.plan.NetworkTrouble.Delay;
import io.tideline.engine.plan.NetworkTrouble.Latency;
import io.tideline.engine.plan.NetworkTrouble.Reset;
import io.tideline.engine.plan.NetworkTrouble.Slices;
import io.tideline.engine.plan.NetworkTrouble.SlowClose;
import io.tideline.engine.plan.NetworkTrouble.Status;
import io.tideline.engine.plan.NetworkTrouble.Truncate;
import io.tideline.engine.proxy.Toxic;
import io.tideline.engine.proxy.Toxic.Stream;
import io.tideline.engine.proxy.Toxic.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The toxics that make the trouble of a fault: one for each stream. */
final class Toxics {
  private static final double BYTES_PER_RATE = 1000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_MICRO = 1e3;

  private Toxics() {}

  static List<Toxic> of(String name, NetworkFault fault) {
    NetworkTrouble trouble = fault.trouble();
    if (trouble instanceof NetworkTrouble.Down) {
      return List.of();
    }
    List<Toxic> toxics = new ArrayList<>();
    for (Stream stream : streams(fault)) {
      toxics.add(
          new Toxic(
              name + "_" + stream.key(),
              type(trouble),
              stream,
              fault.share(),
              attributes(trouble, fault.of() == Of.CONNECTIONS)));
    }
    return toxics;
  }

  private static List<Stream> streams(NetworkFault fault) {
    if (fault.trouble().needsHttp() || fault.direction() == Direction.DOWN) {
      return List.of(Stream.DOWNSTREAM);
    }
    return fault.direction() == Direction.UP
        ? List.of(Stream.UPSTREAM)
        : List.of(Stream.UPSTREAM, Stream.DOWNSTREAM);
  }

  private static Type type(NetworkTrouble trouble) {
    if (trouble instanceof Latency) {
      return Type.LATENCY;
    } else if (trouble instanceof Bandwidth) {
      return Type.BANDWIDTH;
    } else if (trouble instanceof BlackHole) {
      return Type.TIMEOUT;
    } else if (trouble instanceof SlowClose) {
      return Type.SLOW_CLOSE;
    } else if (trouble instanceof Cut) {
      return Type.LIMIT_DATA;
    } else if (trouble instanceof Slices) {
      return Type.SLICER;
    } else if (trouble instanceof Status) {
      return Type.HTTP_STATUS;
    } else if (trouble instanceof Delay) {
      return Type.HTTP_DELAY;
    } else if (trouble instanceof Truncate) {
      return Type.HTTP_TRUNCATE;
    }
    return Type.RESET_PEER;
  }

  private static Map<String, Double> attributes(NetworkTrouble trouble, boolean ofConnections) {
    double connections = ofConnections ? 1 : 0;
    if (trouble instanceof Latency own) {
      return Map.of("latency", millis(own.latency()), "jitter", millis(own.jitter()));
    } else if (trouble instanceof Bandwidth own) {
      return Map.of("rate", own.bytesPerSecond() / BYTES_PER_RATE);
    } else if (trouble instanceof SlowClose own) {
      return Map.of("delay", millis(own.delay()));
    } else if (trouble instanceof Reset own) {
      return own.after().isZero() ? Map.of() : Map.of("age", millis(own.after()));
    } else if (trouble instanceof Cut own) {
      return Map.of("bytes", (double) own.bytes());
    } else if (trouble instanceof Slices own) {
      return Map.of(
          "average_size", (double) own.bytes(), "delay", own.delay().toNanos() / NANOS_PER_MICRO);
    } else if (trouble instanceof Status own) {
      return Map.of("code", (double) own.code(), "connections", connections);
    } else if (trouble instanceof Delay own) {
      return Map.of("delay", millis(own.delay()), "connections", connections);
    } else if (trouble instanceof Truncate own) {
      return Map.of("bytes", (double) own.bytes(), "connections", connections);
    }
    return Map.of();
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / NANOS_PER_MILLI;
  }
}
