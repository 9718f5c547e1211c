package io.tideline.engine.fault;

import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.ProxySpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Holds the faults of a run: begins and ends them as it is told, ends each after its lease, and all
 * of them when it is closed. Its proxies are open until then. Any thread may call.
 */
final class Keeper implements AutoCloseable {
  private static final long CLOSE_SECONDS = 60;

  private final Journal journal;
  private final Network network;
  private final Faults faults;
  private final Consumer<Report> unasked;
  private final Map<String, KeptFault> begun = new ConcurrentHashMap<>();
  private final ScheduledExecutorService leases = Executors.newScheduledThreadPool(1);
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private boolean closed;

  /**
   * @param unasked is told of each lease that was over
   */
  Keeper(Journal journal, Network network, Guard guard, Consumer<Report> unasked) {
    this.journal = journal;
    this.network = network;
    this.faults = new Faults(network, guard);
    this.unasked = unasked;
  }

  ProxySpec open(ProxySpec spec) throws IOException {
    ProxySpec opened = network.open(spec);
    journal.proxy(opened);
    return opened;
  }

  Network network() {
    return network;
  }

  /** Begins a fault; its lease begins with it. */
  String begin(PlannedFault planned) throws IOException, InterruptedException {
    KeptFault fault = kept(planned, "");
    leases.schedule(
        () -> workers.execute(() -> leaseOver(planned, fault)),
        planned.lease().toNanos(),
        TimeUnit.NANOSECONDS);
    return fault.begin();
  }

  private KeptFault kept(PlannedFault planned, String left) throws IOException {
    Note note = journal.begun(planned, left);
    KeptFault fault =
        new KeptFault(planned.name(), faults.of(planned.name(), planned.spec(), note), journal);
    KeptFault before = begun.put(planned.name(), fault);
    if (before != null && !before.isOver()) {
      throw new IOException("fault " + planned.name() + " has begun already");
    }
    return fault;
  }

  private void leaseOver(PlannedFault planned, KeptFault fault) {
    if (fault.isOver()) {
      return;
    }
    try {
      unasked.accept(Report.of(planned.name(), true, "its lease was over: " + fault.end()));
    } catch (IOException e) {
      unasked.accept(Report.of(planned.name(), false, String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends a fault. */
  String end(String name) throws IOException, InterruptedException {
    KeptFault fault = begun.get(name);
    if (fault == null) {
      throw new IOException("fault " + name + " has not begun");
    }
    return fault.end();
  }

  /** Takes over a fault that another keeper has left, and ends it. */
  String takeOver(Journal.Entry entry) throws IOException, InterruptedException {
    return kept(entry.fault(), entry.kept()).end();
  }

  /**
   * Ends all faults at the same time.
   *
   * @throws IOException with a sentence on those that could not be ended
   */
  String revert() throws IOException, InterruptedException {
    List<Future<String>> ends = new ArrayList<>();
    begun.values().stream()
        .filter(fault -> !fault.isOver())
        .forEach(fault -> ends.add(workers.submit(fault::end)));
    List<String> problems = new ArrayList<>();
    for (Future<String> end : ends) {
      try {
        end.get(CLOSE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        problems.add(String.valueOf(cause == null ? e.getMessage() : cause.getMessage()));
      } catch (TimeoutException e) {
        problems.add("a fault did not end within " + CLOSE_SECONDS + " s");
      }
    }
    if (!problems.isEmpty()) {
      throw new IOException(String.join("; ", problems));
    }
    return ends.size() + " reverted";
  }

  /**
   * Ends all faults and closes the proxies; a second time is void, but waits for the first: the JVM
   * must not end in between.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      revert();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leases.shutdownNow();
    workers.shutdown();
    network.close();
    try {
      journal.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }
}
