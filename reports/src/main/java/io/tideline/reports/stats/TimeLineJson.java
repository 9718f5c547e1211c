package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@code run.json} that shows the run over time; each field has a value an interval.
 */
final class TimeLineJson {
  private static final double MEDIAN = 0.5;
  private static final double P95 = 0.95;
  private static final double P99 = 0.99;

  private TimeLineJson() {}

  static ObjectNode of(TimeLine line) {
    ObjectNode json = JsonText.object();
    json.put("intervalSeconds", line.intervalSeconds());
    json.put("intervals", line.moments().size());
    column(json, "usersStarted", line, (moment, out) -> out.add(moment.usersStarted()));
    column(json, "usersEnded", line, (moment, out) -> out.add(moment.usersEnded()));
    column(json, "active", line, (moment, out) -> out.add(moment.active()));
    column(json, "due", line, (moment, out) -> out.add(moment.due()));
    column(json, "started", line, (moment, out) -> out.add(moment.started()));
    putTotals(line, json);
    ArrayNode requests = json.putArray("requests");
    try (HistogramText text = new HistogramText()) {
      line.requests().forEach(each -> putRequest(each, text, requests.addObject()));
    }
    return json;
  }

  private interface Column {
    void put(Moment moment, ArrayNode out);
  }

  private static void column(ObjectNode json, String name, TimeLine line, Column column) {
    ArrayNode out = json.putArray(name);
    line.moments().forEach(moment -> column.put(moment, out));
  }

  private static void putTotals(TimeLine line, ObjectNode json) {
    ArrayNode ok = json.putArray("ok");
    ArrayNode ko = json.putArray("ko");
    ArrayNode p50 = json.putArray("p50");
    ArrayNode p95 = json.putArray("p95");
    ArrayNode p99 = json.putArray("p99");
    ArrayNode max = json.putArray("max");
    each(
        line,
        i -> {
          Latencies all = line.latencies(Scope.EVERYTHING, i, i + 1);
          ok.add(all.count());
          ko.add(line.failures(Scope.EVERYTHING, i, i + 1));
          p50.add(all.count() == 0 ? null : (Long) all.at(MEDIAN));
          p95.add(all.count() == 0 ? null : (Long) all.at(P95));
          p99.add(all.count() == 0 ? null : (Long) all.at(P99));
          max.add(all.count() == 0 ? null : (Long) all.max());
        });
  }

  private static void each(TimeLine line, IntConsumer action) {
    IntStream.range(0, line.moments().size()).forEach(action);
  }

  private static void putRequest(RequestTimes request, HistogramText text, ObjectNode json) {
    json.put("journey", request.journey()).put("name", request.name());
    ArrayNode ko = json.putArray("ko");
    request.cells().forEach(cell -> ko.add(cell.ko()));
    ArrayNode histograms = json.putArray("histograms");
    request.cells().forEach(cell -> histograms.add(text.of(cell.times())));
  }

  static TimeLine read(JsonNode json) {
    int seconds = JsonFields.small(json, "intervalSeconds");
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < JsonFields.small(json, "intervals"); i++) {
      moments.add(
          new Moment(
              (double) i * seconds,
              JsonFields.count(json.required("usersStarted"), i),
              JsonFields.count(json.required("usersEnded"), i),
              JsonFields.count(json.required("active"), i),
              longOrNull(json.required("due").required(i)),
              longOrNull(json.required("started").required(i))));
    }
    List<RequestTimes> requests = new ArrayList<>();
    json.required("requests").forEach(each -> requests.add(request(each)));
    return new TimeLine(seconds, moments, requests);
  }

  private static RequestTimes request(JsonNode json) {
    List<TimeCell> cells = new ArrayList<>();
    for (int i = 0; i < json.required("ko").size(); i++) {
      JsonNode histogram = json.required("histograms").required(i);
      long ko = JsonFields.count(json.required("ko"), i);
      cells.add(
          TimeCell.read(ko, histogram.isNull() ? null : JsonFields.textOf(histogram, "histogram")));
    }
    return new RequestTimes(JsonFields.text(json, "journey"), JsonFields.text(json, "name"), cells);
  }

  private static @Nullable Long longOrNull(JsonNode json) {
    return json.isNull() ? null : (Long) JsonFields.countOf(json, "a count");
  }
}
