package io.tideline.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every query in {@code grafana/}, by where it stands. */
final class GrafanaQueries {
  static final Path FOLDER = Path.of("..", "grafana").toAbsolutePath().normalize();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), *([a-z]+)\\)");

  /** A comparison with a number: what an alert adds to the data that it looks at. */
  private static final Pattern THRESHOLD = Pattern.compile("(>=|==|>|<)\\s*[0-9.]+");

  private GrafanaQueries() {}

  static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** Of all panels, annotations and variables, for one run. */
  static Map<String, String> ofDashboards(String run) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    for (Path file : dashboards()) {
      JsonNode dashboard = JSON.readTree(file.toFile());
      String name = file.getFileName().toString();
      for (JsonNode panel : dashboard.get("panels")) {
        for (JsonNode target : panel.path("targets")) {
          String at =
              name + ": " + panel.get("title").asText() + " " + target.get("refId").asText();
          queries.put(at, filled(target.get("expr").asText(), run));
        }
      }
      for (JsonNode annotation : dashboard.at("/annotations/list")) {
        String at = name + ": annotation " + annotation.get("name").asText();
        queries.put(at, filled(annotation.get("expr").asText(), run));
      }
      for (JsonNode variable : dashboard.at("/templating/list")) {
        Matcher values = LABEL_VALUES.matcher(variable.path("definition").asText());
        if (values.matches()) {
          queries.put(
              name + ": variable " + variable.get("name").asText(), filled(values.group(1), run));
        }
      }
    }
    return queries;
  }

  private static String filled(String expression, String run) {
    return expression
        .replace("$__rate_interval", "15s")
        .replace("$__range", "2m")
        .replace("$scenario", ".+")
        .replace("$run", run);
  }

  /** Of all alert rules, without the thresholds, which a run that is well does not pass. */
  static Map<String, String> ofAlerts() throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    String name = "";
    List<String> lines = Files.readAllLines(FOLDER.resolve("prometheus/alerts.yml"));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("- alert: ")) {
        name = line.substring("- alert: ".length());
      } else if (line.startsWith("expr: ")) {
        StringBuilder expression = new StringBuilder(line.substring("expr: ".length()));
        if (expression.toString().equals("|")) {
          expression.setLength(0);
          while (!lines.get(i + 1).strip().startsWith("for:")) {
            i++;
            expression.append(lines.get(i).strip()).append(' ');
          }
        }
        queries.put("alert " + name, THRESHOLD.matcher(expression).replaceAll(""));
      }
    }
    return queries;
  }
}
