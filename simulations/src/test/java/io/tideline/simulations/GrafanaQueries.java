package io.tideline.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final String OR = " or ";

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

  /**
   * What each query says, and each part of it that stands on one side of an {@code or}: the other
   * side alone would do for the whole, and hide that this one never has data.
   */
  static Map<String, String> withAlternatives(Map<String, String> queries) {
    Map<String, String> all = new LinkedHashMap<>();
    queries.forEach(
        (at, query) -> {
          all.put(at, query);
          for (String side : sides(query)) {
            all.put(at + ", of which " + side, side);
          }
        });
    return all;
  }

  /** Both sides of each {@code or}, up to the parentheses around it. */
  private static List<String> sides(String query) {
    List<String> sides = new ArrayList<>();
    for (int at = query.indexOf(OR); at >= 0; at = query.indexOf(OR, at + 1)) {
      int from = edge(query, at, -1);
      int to = edge(query, at, 1);
      sides.add(query.substring(from, at).strip());
      sides.add(query.substring(at + OR.length(), to).strip());
    }
    return sides;
  }

  /** Where the parentheses around a place begin or end, or the whole query does. */
  private static int edge(String query, int at, int step) {
    int depth = 0;
    int i = at;
    while (i >= 0 && i < query.length()) {
      char c = query.charAt(i);
      depth += c == '(' ? step : c == ')' ? -step : 0;
      if (depth < 0) {
        return step > 0 ? i : i + 1;
      }
      i += step;
    }
    return step > 0 ? query.length() : 0;
  }

  private static String filled(String expression, String run) {
    return expression
        .replace("$__rate_interval", "15s")
        .replace("$__range", "2m")
        .replace("offset 1h", "offset 5s")
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
