package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Trouble on the way through a proxy.
 *
 * @param proxy name of one of the plan's proxies
 * @param trouble what happens
 * @param direction to which of the two streams
 * @param share of connections or requests that it happens to, above 0 and up to 1
 * @param of which of the two the share is of: with connections kept alive they differ
 */
public record NetworkFault(
    String proxy, NetworkTrouble trouble, Direction direction, double share, Of of)
    implements FaultSpec {

  /** Streams of a connection, as the one who connects sees them. */
  public enum Direction {
    /** What the client sends. */
    UP,
    /** What the upstream answers. */
    DOWN,
    BOTH;

    /** The word in the plan file and in results. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is drawn: each connection once, or each request on it. */
  public enum Of {
    CONNECTIONS,
    REQUESTS;

    /** The word in the plan file and in results. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String inWords() {
    String some =
        share == 1
            ? ""
            : String.format(Locale.ROOT, " for %s %% of %s", Words.number(share * 100), of.key());
    return trouble.inWords() + some + " at proxy " + proxy;
  }
}
