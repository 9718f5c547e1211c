package io.tideline.engine.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A write that was sent to the target; a line of {@code tideline/acknowledged.jsonl}.
 *
 * @param state what its client knows of it
 * @param kind what was written, in the words of the journeys: {@code memory}, {@code media}
 * @param key idempotency key under which it was sent, unique in the run
 * @param id under which the target keeps it; null where it did not say
 * @param account index of the account that wrote it
 * @param at when it was acknowledged, or given up
 */
public record Write(
    State state, String kind, String key, @Nullable String id, long account, Instant at) {

  /** A line without one of these is no write. */
  public Write {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(at, "at");
  }

  /** What the client of a write knows of it. */
  public enum State {
    /** The target said that it was done. */
    ACKNOWLEDGED,
    /** There was an error or no answer: it may be done or not. */
    UNKNOWN;

    /** As it is written. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
