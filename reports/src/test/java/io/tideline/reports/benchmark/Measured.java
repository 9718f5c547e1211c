package io.tideline.reports.benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Runs another program's {@code main} in this JVM, and says on its last line what that cost from
 * the JVM's start to its end: processor time of the whole process, time on the clock, and heap.
 */
final class Measured {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final long MIB = 1 << 20;
  private static final AtomicLong MOST_AFTER_COLLECTION = new AtomicLong();

  private Measured() {}

  /** First the class, then its arguments. */
  public static void main(String[] args) throws Exception {
    watchCollections();
    Runtime.getRuntime().addShutdownHook(new Thread(Measured::report));
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void report() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%nmeasured %.2f %.2f %d %d%n",
        system.getProcessCpuTime() / NANOS_PER_SECOND,
        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS_PER_SECOND,
        peakHeap() / MIB,
        MOST_AFTER_COLLECTION.get() / MIB);
    System.out.flush();
  }

  /** The most that each part of the heap ever held, added up: no less than the heap ever held. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static void watchCollections() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, handback) ->
                  collected(
                      GarbageCollectionNotificationInfo.from(
                          (CompositeData) notification.getUserData())),
              null,
              null);
    }
  }

  private static void collected(GarbageCollectionNotificationInfo collection) {
    long used =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .mapToLong(name -> usedAfter(collection, name))
            .sum();
    MOST_AFTER_COLLECTION.accumulateAndGet(used, Math::max);
  }

  private static long usedAfter(GarbageCollectionNotificationInfo collection, String pool) {
    Map<String, java.lang.management.MemoryUsage> after =
        collection.getGcInfo().getMemoryUsageAfterGc();
    return after.containsKey(pool) ? after.get(pool).getUsed() : 0;
  }
}
