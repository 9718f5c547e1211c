package io.tideline.engine.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time of this process and of some of its threads. */
final class ThreadTime {
  private final long begin = process();

  private static long process() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  /**
   * What the living threads whose name begins so have taken, as a share of what the process has
   * since this was made.
   */
  double share(String prefix) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long taken = 0;
    for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(prefix)) {
        taken += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return (double) taken / (process() - begin);
  }
}
