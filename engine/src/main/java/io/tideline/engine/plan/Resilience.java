package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run with faults promises: how the target copes with them. Each limit that is there is a
 * check; a limit that is null is not asked for.
 *
 * @param recoveryWithin longest time from a fault's end until the bands of the time before hold
 *     again; also how long after a fault its window {@link Window#RECOVERY} lasts
 * @param longestCall longest time that any request may take, failed ones too
 * @param amplification attempts at the dependency for each request
 * @param breaker what the circuit breaker has to do
 * @param shedding how requests are refused that cannot be served
 * @param writes what may become of acknowledged writes
 * @param steady when the target counts as steady
 * @param slos promises on the windows around the faults
 */
public record Resilience(
    @JsonProperty("recoveryWithinSeconds") @Nullable Duration recoveryWithin,
    @JsonProperty("longestCallSeconds") @Nullable Duration longestCall,
    @Nullable Amplification amplification,
    @Nullable Breaker breaker,
    @Nullable Shedding shedding,
    Writes writes,
    Steady steady,
    List<WindowSlo> slos) {

  public Resilience {
    slos = List.copyOf(slos);
  }

  /** Which part of the run a promise is about. */
  public enum Window {
    /** From the warm-up's end to the first fault. */
    BEFORE,
    /** While a fault lasts. */
    DURING,
    /** After a fault, for as long as recovery may take. */
    RECOVERY,
    /** From there to the next fault, or to the end of the load. */
    AFTER;

    /** The name in the plan file and in results. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A promise on a window.
   *
   * @param window which
   * @param fault name of the fault that it is about; null for each of them by itself
   * @param slo what must hold in it; its scope has no phase
   * @param shows the protection that it is about, in words, to be named when it is broken; null for
   *     none in particular
   */
  public record WindowSlo(Window window, @Nullable String fault, Slo slo, @Nullable String shows) {}

  /**
   * How much retries may multiply.
   *
   * @param proxies names of the proxies at which attempts are counted, all of them together
   * @param limit largest value of attempts per request during a fault over that before the first
   */
  public record Amplification(List<String> proxies, double limit) {
    public Amplification {
      proxies = List.copyOf(proxies);
    }
  }

  /**
   * What a circuit breaker has to do.
   *
   * @param name of the breaker; null when the target has but one
   * @param faults on which it has to open; empty for each
   * @param opensWithin longest time from a fault's start; null when it need not be quick
   * @param closesWithin longest time from a fault's end; null when it need not be quick
   * @param probes most times that it may be half open for one fault; null for any number
   * @param transitions path on the target that lists its transitions; null for none
   * @param resource name of a resource that is above 0 while it is open; null for none
   */
  public record Breaker(
      @Nullable String name,
      List<String> faults,
      @JsonProperty("opensWithinSeconds") @Nullable Duration opensWithin,
      @JsonProperty("closesWithinSeconds") @Nullable Duration closesWithin,
      @Nullable Long probes,
      @Nullable String transitions,
      @Nullable String resource) {
    public Breaker {
      faults = List.copyOf(faults);
    }

    /** Whether it has to open on a fault. */
    public boolean opensOn(String fault) {
      return faults.isEmpty() || faults.contains(fault);
    }
  }

  /**
   * How a target refuses what it cannot serve: at once, and with a status that says so.
   *
   * @param refused least share of the failed requests that were answered with 429 or 503
   * @param within longest time that 95 of 100 failed requests may take
   */
  public record Shedding(
      @Nullable Double refused, @JsonProperty("withinSeconds") @Nullable Duration within) {}

  /**
   * What may become of acknowledged writes.
   *
   * @param lost most that may be gone afterwards
   * @param duplicated most that may be there more than once
   */
  public record Writes(@Nullable Long lost, @Nullable Long duplicated) {
    /** Nothing is asked. */
    public static final Writes ANY = new Writes(null, null);

    /** Whether a run has to look its writes up. */
    public boolean areAsked() {
      return lost != null || duplicated != null;
    }
  }

  /**
   * When an interval of the time line is as those before the first fault: its share of errors is at
   * most theirs and {@code errors} more, its p95 at most {@code latency} times theirs, and it has
   * at least {@code rate} of their successes. "Theirs" is the worst of them.
   *
   * @param intervals how many on end make the target steady again
   * @param errors share of errors that may be added, 0 to 1
   * @param latency factor, 1 or more
   * @param rate share, 0 to 1
   */
  public record Steady(int intervals, double errors, double latency, double rate) {
    /** What holds unless a plan says otherwise. */
    public static final Steady STANDARD = new Steady(5, 0.01, 1.5, 0.5);
  }
}
