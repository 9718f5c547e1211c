package io.tideline.engine.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a keeper has to know: the first line on its standard input.
 *
 * @param journal file in which it notes what it has broken
 * @param hosts that may be called
 * @param generator pid of the process that started it
 * @param toxiproxy URL of a Toxiproxy that is to be the proxies; null for its own
 * @param api host and port at which its own proxies are steered; null for nowhere
 * @param seed from which follows which connections and requests are hit
 */
public record KeeperSettings(
    String journal,
    List<String> hosts,
    long generator,
    @Nullable String toxiproxy,
    @Nullable String api,
    long seed) {

  public KeeperSettings {
    hosts = List.copyOf(hosts);
  }
}
