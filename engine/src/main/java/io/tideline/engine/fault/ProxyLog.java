package io.tideline.engine.fault;

import io.tideline.engine.lines.JsonLines;
import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.ProxySpec.Protocol;
import io.tideline.engine.proxy.ProxyCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What went through the proxies of a run, {@code tideline/proxies.jsonl}: a {@link ProxySample} as
 * JSON on each line, for each proxy about one a second.
 */
public final class ProxyLog implements AutoCloseable {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "proxies.jsonl";

  private final JsonLines<ProxySample> lines;
  private final FaultPlan plan;
  private final Map<String, ProxyCounts> before = new HashMap<>();

  /** Creates {@code file}, which must not be there. */
  ProxyLog(Path file, FaultPlan plan) throws IOException {
    this.lines = new JsonLines<>(file);
    this.plan = plan;
  }

  /** Writes what is new since the counts before; the first counts of a proxy are its beginning. */
  synchronized void write(double atSeconds, List<ProxyCounts> counts) throws IOException {
    for (ProxyCounts now : counts) {
      ProxyCounts last = before.put(now.proxy(), now);
      if (last != null) {
        boolean reads =
            plan.proxy(now.proxy()).map(proxy -> proxy.protocol() != Protocol.TCP).orElse(false);
        lines.write(ProxySample.between(atSeconds, last, now, reads));
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    lines.close();
  }
}
