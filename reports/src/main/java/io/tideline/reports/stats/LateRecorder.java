package io.tideline.reports.stats;

import io.tideline.engine.schedule.LateLog;
import io.tideline.engine.schedule.LateLog.LateRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * Gathers the successful requests of late users, whose times from the intended start are longer
 * than the measured ones. Failed requests are judged by their number alone.
 */
final class LateRecorder implements LateLog.Listener {
  private final PhaseClock clock;
  private final long originEpochMillis;
  private final Map<Place, Moves> moves = new HashMap<>();

  /**
   * @param originEpochMillis wall clock at the run's first instant
   */
  LateRecorder(PhaseClock clock, long originEpochMillis) {
    this.clock = clock;
    this.originEpochMillis = originEpochMillis;
  }

  private record Place(RequestKey request, int phase) {}

  private record Moves(Latencies measured, Latencies intended) {}

  @Override
  public void late(LateRequest request) {
    if (!request.ok() || request.millis() < 0) {
      return;
    }
    int phase = clock.at(request.beginEpochMillis() - originEpochMillis);
    Place place = new Place(new RequestKey(request.journey(), request.name()), phase);
    Moves of = moves.computeIfAbsent(place, at -> new Moves(new Latencies(), new Latencies()));
    of.measured().record(request.millis());
    of.intended().record((long) request.millis() + request.lagMillis());
  }

  /** Lets the samples of {@code requests} know; to be called when all of them are complete. */
  void applyTo(RequestTable requests) {
    moves.forEach(
        (place, move) -> {
          if (requests.keys().contains(place.request())) {
            requests.of(place.request(), place.phase()).late(move.measured(), move.intended());
          }
        });
  }
}
