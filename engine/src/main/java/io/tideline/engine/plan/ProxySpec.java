package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A proxy that stands in the way during the whole run, so that faults can be put on it.
 *
 * @param name unique within the plan
 * @param listen host and port that it takes connections on; port 0 for a free one
 * @param upstream host and port that it hands them to, or a word for a part of the target that is
 *     known once it has started: {@link #TARGET}, {@link #DATABASE}
 * @param protocol what it reads of what goes through
 */
public record ProxySpec(String name, String listen, String upstream, Protocol protocol) {
  /** Upstream: the host and port of the base URL; the load then goes through the proxy. */
  public static final String TARGET = "target";

  /** Upstream: the stand-in's database. */
  public static final String DATABASE = "database";

  /** What a proxy understands, to count requests and to break single ones. */
  public enum Protocol {
    /** Bytes. */
    TCP,
    /** HTTP/1.1 in the clear. */
    HTTP,
    /** PostgreSQL's messages, which are counted. */
    POSTGRESQL;

    /** The word in the plan file and in results. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether its upstream is known only when the target has started. */
  @JsonIgnore
  public boolean isToldLater() {
    return upstream.equals(TARGET) || upstream.equals(DATABASE);
  }

  /** This proxy in front of another upstream, as host and port. */
  public ProxySpec to(String address) {
    return new ProxySpec(name, listen, address, protocol);
  }
}
