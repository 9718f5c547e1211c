package io.tideline.engine.show;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.health.HealthSample;
import io.tideline.engine.live.LivePoint;
import io.tideline.engine.live.LiveRun;
import io.tideline.engine.live.LiveState;
import io.tideline.engine.live.LoadState;
import io.tideline.engine.live.LogState;
import io.tideline.engine.live.Recent;
import io.tideline.engine.live.RequestLine;
import io.tideline.engine.live.SloState;
import io.tideline.engine.simlog.RunRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page is told, as JSON; a figure that is not known is null. */
final class PageJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double ROUNDED = 10_000;

  private PageJson() {}

  /**
   * @param steered whether the page may steer the run
   */
  static String state(LiveRun run, @Nullable HealthSample health, boolean steered) {
    LiveState state = run.state();
    RunRecord record = run.record();
    ObjectNode json = JSON.createObjectNode();
    json.put("run", run.subject().run());
    json.put("scenario", run.subject().scenario());
    json.put("simulation", record == null ? "" : record.simulationClass());
    json.put("steered", steered);
    json.set("load", load(state.load()));
    json.set("log", log(state.log()));
    json.set("recent", recent(state.recent()));
    ArrayNode slos = json.putArray("slos");
    state.slos().forEach(slo -> slos.add(slo(slo)));
    ArrayNode requests = json.putArray("requests");
    run.requests().forEach(line -> requests.add(request(line)));
    json.set("generator", health == null ? null : generator(health));
    return json.toString();
  }

  /** Each point as an array, in the order of {@link LivePoint}'s parts without its length. */
  static String points(List<LivePoint> points) {
    ArrayNode all = JSON.createArrayNode();
    for (LivePoint point : points) {
      ArrayNode own = all.addArray();
      add(own, point.atSeconds(), point.planned(), point.started(), point.active());
      add(own, point.requests(), point.errors());
      add(own, point.times().p50(), point.times().p95(), point.times().p99());
    }
    return all.toString();
  }

  private static @Nullable ObjectNode load(@Nullable LoadState load) {
    if (load == null) {
      return null;
    }
    ObjectNode json = JSON.createObjectNode().put("state", load.state()).put("phase", load.phase());
    put(json, "elapsed", load.elapsedSeconds());
    put(json, "left", load.leftSeconds());
    put(json, "phaseLeft", load.phaseLeftSeconds());
    put(json, "factor", load.factor());
    put(json, "plannedRate", load.plannedRate());
    return json.put("due", load.due()).put("started", load.started());
  }

  private static ObjectNode log(LogState log) {
    ObjectNode json = JSON.createObjectNode();
    json.put("ok", log.ok()).put("ko", log.ko()).put("active", log.active());
    json.put("unmatched", log.unmatched()).put("impossible", log.impossible());
    json.put("startEpochMillis", log.startEpochMillis());
    return json.put("newestMillis", log.newestMillis()).put("problem", log.problem());
  }

  private static ObjectNode recent(Recent recent) {
    ObjectNode json = JSON.createObjectNode();
    put(json, "requests", recent.requestsPerSecond());
    put(json, "users", recent.usersPerSecond());
    put(json, "errors", recent.errorShare());
    return times(json, recent.times());
  }

  private static ObjectNode slo(SloState state) {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", state.name()).put("state", state.word());
    json.put("journey", state.slo().scope().journey());
    json.put("request", state.slo().scope().request());
    json.put("metric", state.slo().metric().key()).put("total", state.total());
    put(json, "limit", state.slo().limit());
    put(json, "value", state.value());
    put(json, "burnt", state.burnt());
    return json;
  }

  private static ObjectNode request(RequestLine line) {
    ObjectNode json = JSON.createObjectNode();
    json.put("journey", line.journey()).put("request", line.request());
    put(json, "rate", line.perSecond());
    put(json, "errors", line.errorShare());
    return times(json, line.times());
  }

  private static ObjectNode generator(HealthSample health) {
    ObjectNode json = JSON.createObjectNode();
    put(json, "cpu", health.cpu());
    put(json, "pauseMillis", health.pauseMillis());
    put(json, "gcMillis", health.gcMillis());
    return json.put("queued", health.queued()).put("heapBytes", health.heapBytes());
  }

  private static ObjectNode times(ObjectNode json, LivePoint.Times times) {
    put(json, "p50", times.p50());
    put(json, "p95", times.p95());
    put(json, "p99", times.p99());
    return json;
  }

  private static void put(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, rounded(value));
    } else {
      json.putNull(name);
    }
  }

  private static void add(ArrayNode json, double... values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        json.add(rounded(value));
      } else {
        json.addNull();
      }
    }
  }

  private static double rounded(double value) {
    return Math.round(value * ROUNDED) / ROUNDED;
  }
}
