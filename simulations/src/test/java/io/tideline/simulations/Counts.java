package io.tideline.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of requests by journey, request, phase and outcome, whoever tells them; none of 0. */
final class Counts {
  static final String NAME = "tideline_request_duration_seconds_count";
  private static final Pattern SAMPLE = Pattern.compile(NAME + "\\{(.*)} ([0-9.E]+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final String FAILED = "/ko";

  private Counts() {}

  static Map<String, Long> ofText(String metrics) {
    Map<String, Long> counts = new TreeMap<>();
    for (String line : metrics.lines().toList()) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches() && Double.parseDouble(sample.group(2)) > 0) {
        Map<String, String> labels = new TreeMap<>();
        LABEL
            .matcher(sample.group(1))
            .results()
            .forEach(label -> labels.put(label.group(1), label.group(2)));
        counts.put(
            key(
                labels.get("journey"),
                labels.get("request"),
                labels.get("phase"),
                labels.get("outcome")),
            (long) Double.parseDouble(sample.group(2)));
      }
    }
    return counts;
  }

  /** Of Prometheus' answer. */
  static Map<String, Long> ofSeries(JsonNode answer) {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode series : answer) {
      counts.put(key(series.get("metric")), series.at("/value/1").asLong());
    }
    return counts;
  }

  static Map<String, Long> ofRunJson(JsonNode run) {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode row : run.get("requests")) {
      for (String outcome : List.of("ok", "ko")) {
        if (row.get(outcome).asLong() > 0) {
          counts.put(
              key(
                  row.get("journey").asText(),
                  row.get("name").asText(),
                  row.get("phase").asText(),
                  outcome),
              row.get(outcome).asLong());
        }
      }
    }
    return counts;
  }

  static String key(JsonNode labels) {
    return key(
        labels.get("journey").asText(),
        labels.get("request").asText(),
        labels.get("phase").asText(),
        labels.get("outcome").asText());
  }

  private static String key(String journey, String request, String phase, String outcome) {
    return String.join("/", journey, request, phase, outcome);
  }

  static boolean isFailure(Map.Entry<String, Long> count) {
    return count.getKey().endsWith(FAILED);
  }

  /** The sum of the samples that begin so and have all of these parts. */
  static double sum(String metrics, String beginning, String... parts) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(beginning))
        .filter(line -> List.of(parts).stream().allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Whether a query gave any number at any time. */
  static boolean hasFigure(JsonNode series) {
    for (JsonNode one : series) {
      for (JsonNode value : one.get("values")) {
        if (!value.get(1).asText().equals("NaN")) {
          return true;
        }
      }
    }
    return false;
  }
}
