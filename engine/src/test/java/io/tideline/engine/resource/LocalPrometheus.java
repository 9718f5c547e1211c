package io.tideline.engine.resource;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleUnaryOperator;

/**
 * A server that answers {@code /api/v1/query_range} as Prometheus does: at most 11,000 points of a
 * series, values as texts, and 400 with a reason for a query that it does not know.
 */
final class LocalPrometheus implements AutoCloseable {
  private static final double MOST_POINTS = 11_000;

  private final HttpServer server;
  private final Map<String, Map<String, DoubleUnaryOperator>> known = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Headers> headers = new CopyOnWriteArrayList<>();

  LocalPrometheus() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 16);
    server.createContext("/prometheus/api/v1/query_range", this::answer);
    server.start();
  }

  /** A series of a query: labels as JSON, and its value at each epoch second. */
  LocalPrometheus knows(String query, String labels, DoubleUnaryOperator value) {
    known.computeIfAbsent(query, key -> new HashMap<>()).put(labels, value);
    return this;
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/prometheus/";
  }

  List<String> asked() {
    return asked;
  }

  List<Headers> headers() {
    return headers;
  }

  private void answer(HttpExchange exchange) throws IOException {
    headers.add(exchange.getRequestHeaders());
    Map<String, String> form = new HashMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String part : body.split("&")) {
      String[] pair = part.split("=", 2);
      form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    String query = form.get("query");
    asked.add(query);
    double start = Double.parseDouble(form.get("start"));
    double end = Double.parseDouble(form.get("end"));
    double step = Double.parseDouble(form.get("step"));
    if ((end - start) / step > MOST_POINTS) {
      reply(exchange, 400, error("exceeded maximum resolution of 11,000 points per timeseries"));
    } else if (!known.containsKey(query)) {
      reply(exchange, 400, error("invalid parameter \\\"query\\\": unknown " + query.length()));
    } else {
      reply(exchange, 200, matrix(known.get(query), start, end, step));
    }
  }

  private static String error(String why) {
    return "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"" + why + "\"}";
  }

  private static String matrix(
      Map<String, DoubleUnaryOperator> series, double start, double end, double step) {
    List<String> all = new ArrayList<>();
    series.forEach(
        (labels, value) -> {
          List<String> points = new ArrayList<>();
          for (double at = start; at <= end + 1e-6; at += step) {
            double number = value.applyAsDouble(at);
            if (number > -1e9) {
              points.add(String.format(Locale.ROOT, "[%.3f,\"%s\"]", at, text(number)));
            }
          }
          all.add("{\"metric\":" + labels + ",\"values\":[" + String.join(",", points) + "]}");
        });
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
        + String.join(",", all)
        + "]}}";
  }

  private static String text(double number) {
    return Double.isNaN(number)
        ? "NaN"
        : Double.isInfinite(number) ? "+Inf" : String.valueOf(number);
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
