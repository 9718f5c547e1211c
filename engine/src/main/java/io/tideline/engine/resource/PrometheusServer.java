package io.tideline.engine.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a Prometheus server by its HTTP API, {@code /api/v1/query_range}; follows no redirect.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">HTTP API</a>
 */
final class PrometheusServer {
  private static final int MOST_BYTES = 32 << 20;

  /** The server gives no more than 11,000 points of a series at once. */
  private static final int MOST_POINTS = 10_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client;
  private final URI uri;
  private final Map<String, String> headers;
  private final Duration timeout;

  /**
   * @param base where the server is, with a path in front of its API's if it has one
   * @param headers to send besides; to this server alone
   * @param timeout for each answer
   */
  PrometheusServer(String base, Map<String, String> headers, Duration timeout) {
    this.uri = URI.create(base.replaceFirst("/+$", "") + "/api/v1/query_range");
    this.headers = Map.copyOf(headers);
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  /** When to look: from the first instant on, every so often. */
  record Times(long fromMillis, long toMillis, long stepMillis) {}

  /**
   * One series of an answer.
   *
   * @param labels of it
   * @param values epoch milliseconds to value; what is no finite number is left out
   */
  record Answer(Map<String, String> labels, Map<Long, Double> values) {}

  /**
   * What {@code query} came to at {@code times}.
   *
   * @throws IOException with a few words on why nobody knows
   */
  List<Answer> range(String query, Times times) throws IOException, InterruptedException {
    Map<Map<String, String>, Answer> answers = new LinkedHashMap<>();
    long piece = times.stepMillis() * MOST_POINTS;
    for (long from = times.fromMillis(); from <= times.toMillis(); from += piece) {
      long to = Math.min(times.toMillis(), from + piece - times.stepMillis());
      for (JsonNode series : piece(query, new Times(from, to, times.stepMillis()))) {
        Map<String, String> labels = labels(series.path("metric"));
        Answer answer = answers.computeIfAbsent(labels, key -> new Answer(key, new TreeMap<>()));
        put(series.path("values"), answer.values());
      }
    }
    return new ArrayList<>(answers.values());
  }

  private JsonNode piece(String query, Times times) throws IOException, InterruptedException {
    String form =
        "query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8)
            + String.format(
                Locale.ROOT,
                "&start=%.3f&end=%.3f&step=%.3f",
                times.fromMillis() / 1e3,
                times.toMillis() / 1e3,
                times.stepMillis() / 1e3);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    headers.forEach(request::setHeader);
    JsonNode json = answer(request.build());
    JsonNode data = json.path("data");
    if (!data.path("resultType").asText().equals("matrix") || !data.path("result").isArray()) {
      throw new IOException("its answer is none of Prometheus' API");
    }
    return data.path("result");
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
    try {
      HttpResponse<byte[]> response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return read(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(Endpoint.words(e.getCause() == null ? e : e.getCause()), e);
    } finally {
      sent.cancel(true);
    }
  }

  /** An error of the API says what is wrong with the query. */
  private static JsonNode read(int status, byte[] body) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException(
          status == 200 ? "its answer is none of Prometheus' API" : "it answered " + status, e);
    }
    if (json.path("status").asText().equals("success")) {
      return json;
    }
    String error = json.path("error").asText();
    throw new IOException("it answered " + status + (error.isEmpty() ? "" : ": " + error));
  }

  private static Map<String, String> labels(JsonNode metric) {
    Map<String, String> labels = new TreeMap<>();
    metric.properties().forEach(each -> labels.put(each.getKey(), each.getValue().asText()));
    return labels;
  }

  /** A value is written as a text, since it may be NaN. */
  private static void put(JsonNode values, Map<Long, Double> into) throws IOException {
    for (JsonNode point : values) {
      try {
        double value = Double.parseDouble(point.path(1).asText().replace("Inf", "Infinity"));
        if (Double.isFinite(value)) {
          into.put(Math.round(point.path(0).asDouble() * 1e3), value);
        }
      } catch (NumberFormatException e) {
        throw new IOException("its answer holds a value that is no number", e);
      }
    }
  }
}
