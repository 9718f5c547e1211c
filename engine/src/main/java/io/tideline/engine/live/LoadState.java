package io.tideline.engine.live;

import java.util.List;
import java.util.Map;

/**
 * How an injection stands.
 *
 * @param state {@code running}, {@code paused}, {@code ending} or {@code ended}
 * @param phase name of the present phase
 * @param elapsedSeconds since the run's first instant; below 0 before it
 * @param leftSeconds until the plan's end if nothing more changes; 0 past it
 * @param phaseLeftSeconds until the present phase's end; 0 past it
 * @param factor present multiple of the planned rate
 * @param plannedRate new users per second at present, 0 in a pause
 * @param due arrivals due so far
 * @param started arrivals started so far
 * @param events how often each kind of event has happened, kinds that have not with 0
 * @param changes the events themselves, in order
 */
public record LoadState(
    String state,
    String phase,
    double elapsedSeconds,
    double leftSeconds,
    double phaseLeftSeconds,
    double factor,
    double plannedRate,
    long due,
    long started,
    Map<String, Long> events,
    List<Change> changes) {

  /**
   * An event.
   *
   * @param kind as in {@link LoadState#events}
   * @param reason who or what caused it
   */
  public record Change(String kind, String reason) {}

  /** Name of the state in which the last user has left and the log is complete. */
  public static final String ENDED = "ended";

  public LoadState {
    events = Map.copyOf(events);
    changes = List.copyOf(changes);
  }

  /** The same once all is over. */
  LoadState ended() {
    return new LoadState(
        ENDED, phase, elapsedSeconds, 0, 0, factor, 0, due, started, events, changes);
  }
}
