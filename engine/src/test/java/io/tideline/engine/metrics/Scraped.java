package io.tideline.engine.metrics;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prometheus' text, read by a few lines of its own. */
public record Scraped(String text) {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? ([^ ]+)(?: [0-9.]+)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

  public static Scraped of(LiveMetrics metrics) {
    return new Scraped(new String(metrics.scrape("").body(), StandardCharsets.UTF_8));
  }

  /** Metric families and their types. */
  public Map<String, String> types() {
    Map<String, String> types = new TreeMap<>();
    text.lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" "))
        .forEach(words -> types.put(words[2], words[3]));
    return types;
  }

  /** The labels of all samples whose name begins so, without those that all have. */
  public Set<String> labels(String family) {
    Set<String> labels = new TreeSet<>();
    samples(family).keySet().forEach(sample -> labels.addAll(sample.keySet()));
    labels.removeAll(Set.of("run", "scenario", "le"));
    return labels;
  }

  /** Values by labels, of one name or of a histogram's parts. */
  public Map<Map<String, String>, Double> samples(String name) {
    Map<Map<String, String>, Double> samples = new LinkedHashMap<>();
    for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
      Matcher matcher = SAMPLE.matcher(line);
      if (!matcher.matches()) {
        throw new AssertionError("no sample: " + line);
      }
      String own = matcher.group(1).replaceAll("_(bucket|count|sum)$", "");
      if (matcher.group(1).equals(name) || own.equals(name)) {
        samples.put(labelsOf(matcher), Double.parseDouble(matcher.group(3).replace("+", "")));
      }
    }
    return samples;
  }

  /** The sum of all samples of a name whose labels include these. */
  public double sum(String name, Map<String, String> labels) {
    return samples(name).entrySet().stream()
        .filter(sample -> sample.getKey().entrySet().containsAll(labels.entrySet()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static Map<String, String> labelsOf(Matcher sample) {
    Map<String, String> labels = new TreeMap<>();
    Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
    while (label.find()) {
      labels.put(label.group(1), label.group(2));
    }
    return labels;
  }
}
