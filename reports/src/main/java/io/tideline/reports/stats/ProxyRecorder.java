package io.tideline.reports.stats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what went through the proxies of a run in each interval of its time line. */
final class ProxyRecorder {
  static final String FILE_NAME = "proxies.jsonl";
  private static final double MILLIS_PER_SECOND = 1e3;

  private final Map<String, Counts> attempts = new LinkedHashMap<>();

  private ProxyRecorder() {}

  /**
   * What is in a run's folder of records; null without a record of proxies. A last line that was
   * cut off is passed over.
   *
   * @throws IOException with file and line when a whole line is none
   */
  static @Nullable ProxyRecorder read(Path tideline) throws IOException {
    Path file = tideline.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      return null;
    }
    String text = WholeFile.text(file);
    ProxyRecorder recorder = new ProxyRecorder();
    int number = 0;
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      number++;
      try {
        recorder.add(JsonText.parse(line));
      } catch (JsonProcessingException | IllegalArgumentException e) {
        throw new IOException(file + ":" + number + ": not of a proxy: " + e.getMessage(), e);
      }
    }
    return recorder;
  }

  private void add(JsonNode json) {
    long millis = Math.round(JsonFields.number(json, "atSeconds") * MILLIS_PER_SECOND);
    attempts
        .computeIfAbsent(JsonFields.text(json, "proxy"), name -> new Counts())
        .add(millis, JsonFields.count(json, "attempts"));
  }

  /** One for each proxy, over the intervals of {@code line}. */
  List<Dependency> dependencies(TimeLine line) {
    List<Dependency> all = new ArrayList<>();
    attempts.forEach(
        (name, counts) -> {
          counts.coarsen(line.intervalSeconds());
          List<Long> each = new ArrayList<>();
          for (int i = 0; i < line.moments().size(); i++) {
            each.add(counts.at(i));
          }
          all.add(new Dependency(name, each));
        });
    return all;
  }
}
