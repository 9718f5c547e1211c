package io.tideline.reports.ticket;

import io.tideline.reports.drift.Drift.Exhaustion;
import io.tideline.reports.soak.Sort;
import io.tideline.reports.soak.Trend;
import java.util.List;

/** A resource of the target grows, and nothing shows that it will end. */
record Leak(FailedCheck failed) implements Finding {
  private static final double SOON_HOURS = 24;
  private static final double LATER_HOURS = 24 * 7;

  @Override
  public String kind() {
    return "leak";
  }

  @Override
  public String title() {
    return "The target leaks: " + failed.check().metric() + " in " + failed.where();
  }

  /** By when it runs out; without a limit by how fast it grows. */
  @Override
  public Severity severity() {
    Trend trend = failed.check().trend();
    Exhaustion left = trend == null ? null : trend.exhaustion();
    if (left == null) {
      return Severity.ofMiss(failed.miss()).atMost(Severity.HIGH);
    }
    if (left.hours() < SOON_HOURS) {
      return Severity.CRITICAL;
    }
    return left.hours() < LATER_HOURS ? Severity.HIGH : Severity.MEDIUM;
  }

  @Override
  public Sureness sureness() {
    return Sureness.LIKELY;
  }

  @Override
  public List<String> evidence() {
    return TrendFacts.of(failed);
  }

  @Override
  public List<String> suspicions() {
    return TrendFacts.perRequest(failed);
  }

  @Override
  public List<String> fixes() {
    Trend trend = failed.check().trend();
    Sort sort = trend == null ? Sort.MEMORY : trend.signal().sort();
    return List.of(
        first(sort),
        "Until it is mended, restart the target before the hour it runs out",
        "Run the soak again for as long: the slope has to be gone, not smaller");
  }

  /** Where to look first. */
  private static String first(Sort sort) {
    return switch (sort) {
      case HEAP ->
          "Take two heap dumps some hours apart (jcmd PID GC.heap_dump) and compare which class's"
              + " instances grew, and who holds them: caches without a bound, listeners, maps keyed"
              + " by session or request";
      case MEMORY ->
          "Compare jcmd PID VM.native_memory summary at two hours (-XX:NativeMemoryTracking=summary):"
              + " threads' stacks, direct buffers, code, the allocator's arenas";
      case METASPACE ->
          "Compare jcmd PID VM.classloader_stats at two hours: class loaders that are never"
              + " dropped, proxies or scripts compiled for each request";
      case BUFFERS ->
          "Look for buffers that are not released: run with Netty's leak detector at paranoid, and"
              + " count who allocates direct buffers";
      case THREADS ->
          "Compare two thread dumps (jcmd PID Thread.print) by the threads' names: a pool made for"
              + " each request, an executor that nobody shuts down, timers";
      case FILES ->
          "Compare ls -l /proc/PID/fd at two hours: files, sockets or pipes that are not closed on"
              + " every way out of the code";
      case CONNECTIONS ->
          "Turn on the pool's leak detection, and look in the database for sessions that idle in a"
              + " transaction: a connection that is not given back when an error comes";
      case DISK ->
          "See which folder grows (du at two hours): logs without rotation, temporary files, uploads"
              + " that stay when they fail";
      case COLLECTING ->
          "Look at the heap after collections first: more and more time goes into collecting when"
              + " less and less is free";
      case LATENCY, THROUGHPUT ->
          "Look at what grew at the same hours: resources, table sizes, queue lengths";
    };
  }
}
