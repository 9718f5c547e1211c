package io.tideline.engine.resource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the operating system about one process of this machine. One that was named by a part of its
 * command line may end and be followed by another; one that was named by its id may not.
 */
final class ProcessProbe implements Probe {
  private final ProcessChoice choice;
  private final LongSupplier nowNanos;
  private @Nullable SeenProcess process;
  private @Nullable String ended;
  private long beforeMillis;
  private long beforeNanos;
  private boolean again;

  ProcessProbe(ProcessChoice choice, LongSupplier nowNanos) {
    this.choice = choice;
    this.nowNanos = nowNanos;
  }

  @Override
  public List<Reading> ask() throws IOException {
    if (ended != null && choice.isById()) {
      throw new IOException(ended);
    }
    SeenProcess seen = process;
    if (seen == null) {
      again = false;
      seen = SeenProcess.of(choice.id());
      process = seen;
    } else if (!seen.look()) {
      process = null;
      ended = "process " + seen.id() + " has ended";
      throw new IOException(ended);
    }
    return readings(seen);
  }

  private List<Reading> readings(SeenProcess seen) {
    List<Reading> readings = new ArrayList<>();
    long nanos = nowNanos.getAsLong();
    long millis = seen.cpuMillis();
    if (again && nanos > beforeNanos) {
      double busy = (millis - beforeMillis) * 1e6 / (nanos - beforeNanos) / seen.processors();
      readings.add(new Reading("cpu", Unit.SHARE, Math.max(0, busy), 1.0, null));
    }
    beforeMillis = millis;
    beforeNanos = nanos;
    again = true;
    readings.add(
        new Reading(
            "memory", Unit.BYTES, seen.residentBytes(), (double) seen.machineBytes(), null));
    readings.add(new Reading("threads", Unit.COUNT, seen.threads(), null, null));
    long files = seen.openFiles();
    if (files >= 0) {
      long most = seen.mostOpenFiles();
      readings.add(
          new Reading("open files", Unit.COUNT, files, most > 0 ? (double) most : null, null));
    }
    return readings;
  }
}
