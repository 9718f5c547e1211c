package io.tideline.engine.fault;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must not be touched, asked again at the moment at which a fault begins.
 *
 * @param hosts that may be called, lower case
 * @param spared pids of the run itself
 */
record Guard(List<String> hosts, Set<Long> spared) {

  /** Fails with a sentence when {@code url} is of a host that is not allowed. */
  void checkUrl(String url) throws IOException {
    String host = host(url);
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      throw new IOException(host + " may not be called; allowed are " + String.join(", ", hosts));
    }
  }

  /** Fails with a sentence when a process is the run's own, or its parent, or the system's. */
  void checkProcess(ProcessHandle process) throws IOException {
    long pid = process.pid();
    boolean own = spared.stream().anyMatch(spares -> isOrIsAbove(process, spares));
    if (pid <= 1 || own || isOrIsAbove(process, ProcessHandle.current().pid())) {
      throw new IOException("pid " + pid + " is the run itself, or keeps it going; it is spared");
    }
  }

  private static boolean isOrIsAbove(ProcessHandle process, long pid) {
    for (ProcessHandle one = ProcessHandle.of(pid).orElse(null);
        one != null;
        one = one.parent().orElse(null)) {
      if (one.pid() == process.pid()) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String host(String url) {
    try {
      return URI.create(url).getHost();
    } catch (IllegalArgumentException notAnUri) {
      return null;
    }
  }
}
