package io.tideline.engine.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trouble on one stream of a proxy's connections, as Toxiproxy has it.
 *
 * @param name unique within the proxy
 * @param type what it does
 * @param stream on which stream
 * @param toxicity share of connections that it happens to, of requests for what happens to requests
 * @param attributes by name, as {@link Type} lists them; what is left out is 0
 */
public record Toxic(
    String name, Type type, Stream stream, double toxicity, Map<String, Double> attributes) {

  public Toxic {
    attributes = Map.copyOf(attributes);
  }

  /** Streams, as the one who connects to the proxy sees them. */
  public enum Stream {
    /** From the client to the upstream. */
    UPSTREAM,
    /** From the upstream to the client. */
    DOWNSTREAM;

    /** The word in JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a toxic can do, with its attributes. Times are milliseconds unless said otherwise. */
  public enum Type {
    /** {@code latency}, {@code jitter}. */
    LATENCY("latency", "jitter"),
    /** {@code rate} in 1000 bytes a second. */
    BANDWIDTH("rate"),
    /** {@code delay}. */
    SLOW_CLOSE("delay"),
    /** {@code timeout} after which the connection is closed; 0 for never. Nothing passes. */
    TIMEOUT("timeout"),
    /**
     * {@code timeout} after the next bytes until the connection is reset; not known to Toxiproxy:
     * {@code age} of the connection until which bytes pass.
     */
    RESET_PEER("timeout", "age"),
    /** {@code average_size}, {@code size_variation} in bytes, {@code delay} in microseconds. */
    SLICER("average_size", "size_variation", "delay"),
    /** {@code bytes} after which the connection is closed. */
    LIMIT_DATA("bytes"),
    /** {@code code}; not known to Toxiproxy. {@code connections} of 1: by share of these. */
    HTTP_STATUS("code", "connections"),
    /** {@code delay}; not known to Toxiproxy. */
    HTTP_DELAY("delay", "connections"),
    /** {@code bytes} of a body; not known to Toxiproxy. */
    HTTP_TRUNCATE("bytes", "connections");

    private final String[] attributes;

    Type(String... attributes) {
      this.attributes = attributes;
    }

    /** The word in JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it happens to requests of HTTP. */
    public boolean isHttp() {
      return this == HTTP_STATUS || this == HTTP_DELAY || this == HTTP_TRUNCATE;
    }

    /** The names of its attributes with their values, 0 for what {@code given} leaves out. */
    Map<String, Double> complete(Map<String, Double> given) {
      Map<String, Double> all = new TreeMap<>();
      for (String attribute : attributes) {
        all.put(attribute, given.getOrDefault(attribute, 0.0));
      }
      return all;
    }
  }

  /**
   * Reads {@code [STREAM:]TYPE[:ATTRIBUTE=NUMBER,...]}, such as {@code latency:latency=200} or
   * {@code upstream:reset_peer:toxicity=0.1}. Without a stream it is downstream.
   *
   * @throws IllegalArgumentException with a sentence when it is no toxic
   */
  public static Toxic of(String text) {
    boolean up = text.startsWith("upstream:");
    boolean down = text.startsWith("downstream:");
    String rest = up || down ? text.substring(text.indexOf(':') + 1) : text;
    int colon = rest.indexOf(':');
    String word = colon < 0 ? rest : rest.substring(0, colon);
    Stream stream = up ? Stream.UPSTREAM : Stream.DOWNSTREAM;
    try {
      Type type = Type.valueOf(word.toUpperCase(Locale.ROOT));
      Map<String, Double> numbers = new TreeMap<>();
      for (String pair : colon < 0 ? new String[0] : rest.substring(colon + 1).split(",")) {
        int equals = pair.indexOf('=');
        numbers.put(pair.substring(0, equals), Double.valueOf(pair.substring(equals + 1)));
      }
      Double toxicity = numbers.remove("toxicity");
      if (!List.of(type.attributes).containsAll(numbers.keySet())) {
        throw new IllegalArgumentException("unknown attribute");
      }
      return new Toxic(text, type, stream, toxicity == null ? 1 : toxicity, type.complete(numbers));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no toxic; write for example latency:latency=200,jitter=50", e);
    }
  }

  /** The value of an attribute; 0 when it is left out. */
  double value(String attribute) {
    return attributes.getOrDefault(attribute, 0.0);
  }

  /** An attribute in milliseconds as nanoseconds. */
  long nanos(String attribute) {
    return Math.round(value(attribute) * 1e6);
  }

  /** What its draws depend on: both streams of a name are hit on the same connections. */
  String drawKey() {
    String suffix = "_" + stream.key();
    return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
  }
}
