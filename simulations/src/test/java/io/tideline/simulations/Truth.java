package io.tideline.simulations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the stand-in of a run really does, read from its metrics beside the run and by other means
 * than the run's own.
 */
final class Truth {
  private static final Pattern ADDRESS = Pattern.compile("the sample service answers on (\\S+)");
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final double NANOS = 1e9;

  private final List<Sample> samples = new ArrayList<>();

  private record Sample(double seconds, Map<String, Double> metrics) {}

  private Truth() {}

  /** Watches a run until it ends. */
  static Truth of(GatlingProcess run) throws IOException, InterruptedException {
    Truth truth = new Truth();
    HttpClient client = HttpClient.newHttpClient();
    long from = System.nanoTime();
    while (run.process().isAlive()) {
      Thread.sleep(EVERY.toMillis());
      Matcher address = ADDRESS.matcher(run.output());
      if (address.find()) {
        URI metrics = URI.create(address.group(1) + "/metrics");
        truth.read(client, HttpRequest.newBuilder(metrics).timeout(TIMEOUT).build(), from);
      }
    }
    return truth;
  }

  private void read(HttpClient client, HttpRequest request, long from) throws InterruptedException {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == OK) { // else it is on its way out
        samples.add(new Sample((System.nanoTime() - from) / NANOS, parsed(answer.body())));
      }
    } catch (IOException e) {
      return; // it has not begun, or is over
    }
  }

  /** Of each metric the sum over its series. */
  private static Map<String, Double> parsed(String text) {
    Map<String, Double> metrics = new HashMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line ->
                metrics.merge(
                    line.split("[ {]", 2)[0],
                    Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)),
                    Double::sum));
    return metrics;
  }

  /** The last value of a metric. */
  double last(String metric) {
    return value(samples.size() - 1, metric);
  }

  /** How much a metric grew in a second of the clock, over the last three quarters of the run. */
  double perSecond(String metric) {
    int first = samples.size() / 4;
    int last = samples.size() - 1;
    double seconds = samples.get(last).seconds - samples.get(first).seconds;
    return (value(last, metric) - value(first, metric)) / seconds;
  }

  private double value(int sample, String metric) {
    Double value = samples.get(sample).metrics.get(metric);
    if (value == null) {
      throw new AssertionError("the stand-in does not tell " + metric);
    }
    return value;
  }
}
