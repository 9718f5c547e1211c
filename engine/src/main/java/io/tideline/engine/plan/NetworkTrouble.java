package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** What a proxy can do to what goes through it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @Type(value = NetworkTrouble.Latency.class, name = "latency"),
  @Type(value = NetworkTrouble.Bandwidth.class, name = "bandwidth"),
  @Type(value = NetworkTrouble.BlackHole.class, name = "black-hole"),
  @Type(value = NetworkTrouble.Reset.class, name = "reset"),
  @Type(value = NetworkTrouble.SlowClose.class, name = "slow-close"),
  @Type(value = NetworkTrouble.Cut.class, name = "cut-after"),
  @Type(value = NetworkTrouble.Slices.class, name = "slices"),
  @Type(value = NetworkTrouble.Down.class, name = "down"),
  @Type(value = NetworkTrouble.Status.class, name = "status"),
  @Type(value = NetworkTrouble.Delay.class, name = "delay"),
  @Type(value = NetworkTrouble.Truncate.class, name = "truncate")
})
public sealed interface NetworkTrouble {

  /** What happens, in words, such as {@code latency of 200 ms}. */
  String inWords();

  /** Whether it happens to a request of HTTP, which only a proxy that reads HTTP can do. */
  default boolean needsHttp() {
    return false;
  }

  /**
   * Bytes come later.
   *
   * @param latency by how much
   * @param jitter by how much more or less, evenly
   */
  record Latency(
      @JsonProperty("latencySeconds") Duration latency,
      @JsonProperty("jitterSeconds") Duration jitter)
      implements NetworkTrouble {
    @Override
    public String inWords() {
      String spread = jitter.isZero() ? "" : " and jitter of " + Words.of(jitter);
      return "latency of " + Words.of(latency) + spread;
    }
  }

  /**
   * Few bytes pass.
   *
   * @param bytesPerSecond on each connection
   */
  record Bandwidth(long bytesPerSecond) implements NetworkTrouble {
    @Override
    public String inWords() {
      return "bandwidth of " + bytesPerSecond + " bytes/s";
    }
  }

  /** Nothing passes, and nobody is told. */
  record BlackHole() implements NetworkTrouble {
    @Override
    public String inWords() {
      return "a black hole";
    }
  }

  /**
   * Connections are reset.
   *
   * @param after how old one has to be, counted from the fault's start at the earliest
   */
  record Reset(@JsonProperty("afterSeconds") Duration after) implements NetworkTrouble {
    @Override
    public String inWords() {
      return after.isZero() ? "resets" : "resets of connections older than " + Words.of(after);
    }
  }

  /**
   * An end comes later than the bytes before it.
   *
   * @param delay by how much
   */
  record SlowClose(@JsonProperty("delaySeconds") Duration delay) implements NetworkTrouble {
    @Override
    public String inWords() {
      return "slow close by " + Words.of(delay);
    }
  }

  /**
   * A connection is closed when so much has passed.
   *
   * @param bytes how much
   */
  record Cut(long bytes) implements NetworkTrouble {
    @Override
    public String inWords() {
      return "cut after " + bytes + " bytes";
    }
  }

  /**
   * Bytes pass in small pieces.
   *
   * @param bytes of a piece
   * @param delay from one to the next
   */
  record Slices(long bytes, @JsonProperty("delaySeconds") Duration delay)
      implements NetworkTrouble {
    @Override
    public String inWords() {
      return "slices of " + bytes + " bytes every " + Words.of(delay);
    }
  }

  /** The proxy takes no connection, and those that it has are closed. */
  record Down() implements NetworkTrouble {
    @Override
    public String inWords() {
      return "nobody listening";
    }
  }

  /**
   * A request is answered so, and the upstream never sees it.
   *
   * @param code status
   */
  record Status(int code) implements NetworkTrouble {
    @Override
    public String inWords() {
      return "status " + code;
    }

    @Override
    public boolean needsHttp() {
      return true;
    }
  }

  /**
   * A request's reply comes later.
   *
   * @param delay by how much
   */
  record Delay(@JsonProperty("delaySeconds") Duration delay) implements NetworkTrouble {
    @Override
    public String inWords() {
      return "replies late by " + Words.of(delay);
    }

    @Override
    public boolean needsHttp() {
      return true;
    }
  }

  /**
   * A reply's body ends too early, and its connection with it.
   *
   * @param bytes of the body that come
   */
  record Truncate(long bytes) implements NetworkTrouble {
    @Override
    public String inWords() {
      return "bodies cut after " + bytes + " bytes";
    }

    @Override
    public boolean needsHttp() {
      return true;
    }
  }
}
