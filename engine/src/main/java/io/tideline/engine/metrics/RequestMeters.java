package io.tideline.engine.metrics;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.tideline.engine.live.LogPhases;
import io.tideline.engine.live.RequestName;
import io.tideline.engine.simlog.LogPath;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts each request of a log into a histogram by journey, request, phase and outcome. Requests
 * past a bound on distinct ones are pooled. A request that was seen in one phase has its series
 * from the beginning of the next, so that a rate over the edge of two phases misses nothing. One
 * thread at a time.
 */
final class RequestMeters implements SimulationLogListener {
  static final int MOST_REQUESTS = 200;
  static final RequestName FURTHER = new RequestName("", "(further requests)");
  private static final double MILLIS = 1_000;
  private static final int OUTCOMES = 2;

  private final Histogram histogram;
  private final LogPhases phases;
  private final RequestSink sink;
  private final Set<RequestName> names = new LinkedHashSet<>();
  private @Nullable DistributionDataPoint[][] byPath = {};
  private int newestPhase;

  RequestMeters(Histogram histogram, LogPhases phases, RequestSink sink) {
    this.histogram = histogram;
    this.phases = phases;
    this.sink = sink;
  }

  @Override
  public void run(RunRecord run) {
    histogram.clear();
    names.clear();
    byPath = new DistributionDataPoint[0][];
    newestPhase = 0;
  }

  @Override
  public void request(RequestRecord request) {
    int phase = phases.at(request.startMillis());
    int outcome = request.ok() ? 1 : 0;
    DistributionDataPoint[] points = points(request.path());
    DistributionDataPoint point = points[phase * OUTCOMES + outcome];
    if (point == null) {
      RequestName name = named(RequestName.of(request.path()));
      point = labelled(name, phase, outcome);
      labelled(name, phase, 1 - outcome);
      points[phase * OUTCOMES + outcome] = point;
    }
    int millis = request.endMillis() - request.startMillis();
    point.observe(millis / MILLIS);
    sink.request(request.path(), phase, request.ok(), millis);
    if (phase > newestPhase) {
      open(phase);
    }
  }

  private void open(int phase) {
    newestPhase = phase;
    for (RequestName name : new ArrayList<>(names)) {
      labelled(name, phase, 0);
      labelled(name, phase, 1);
    }
  }

  private RequestName named(RequestName name) {
    boolean room = names.size() < MOST_REQUESTS || names.contains(name);
    RequestName kept = room ? name : FURTHER;
    names.add(kept);
    return kept;
  }

  private DistributionDataPoint labelled(RequestName name, int phase, int outcome) {
    return histogram.labelValues(
        name.journey(), name.request(), phases.name(phase), outcome == 1 ? "ok" : "ko");
  }

  private DistributionDataPoint[] points(LogPath path) {
    int id = path.id();
    if (id >= byPath.length) {
      byPath = Arrays.copyOf(byPath, Math.max(id + 1, 2 * byPath.length));
    }
    DistributionDataPoint[] points = byPath[id];
    if (points == null) {
      points = new DistributionDataPoint[phases.count() * OUTCOMES];
      byPath[id] = points;
    }
    return points;
  }

  /** The labels of {@code tideline_request_duration_seconds}. */
  static List<String> labels() {
    return List.of("journey", "request", "phase", "outcome");
  }
}
