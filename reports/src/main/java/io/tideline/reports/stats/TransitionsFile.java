package io.tideline.reports.stats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.reports.stats.Transitions.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of circuit breakers as the target listed them after the run, {@code
 * tideline/transitions.json}: a JSON list, or an object with one under {@code transitions}, of
 * objects with {@code at} (ISO-8601, or milliseconds since 1970), {@code from}, {@code to}, and if
 * there are several breakers {@code name}.
 */
public final class TransitionsFile {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "transitions.json";

  private static final double MILLIS_PER_SECOND = 1e3;

  private TransitionsFile() {}

  /**
   * What is in a run's folder of records, in seconds since 1970; null when there is no such file.
   *
   * @throws IOException with file and reason when it is no such list
   */
  static @Nullable Transitions read(Path tideline) throws IOException {
    Path file = tideline.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return new Transitions(false, list(JsonText.parse(WholeFile.text(file))));
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": not JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException(file + ": no list of transitions: " + e.getMessage(), e);
    }
  }

  /**
   * Checks what a target answered, before it is kept.
   *
   * @return what is wrong with it, in words; null when nothing is
   */
  public static @Nullable String problem(String text) {
    try {
      list(JsonText.parse(text));
      return null;
    } catch (JsonProcessingException e) {
      return "not JSON: " + e.getOriginalMessage();
    } catch (IllegalArgumentException | DateTimeException e) {
      return "no list of transitions with at, from and to: " + e.getMessage();
    }
  }

  private static List<Transition> list(JsonNode json) {
    JsonNode array = json.isArray() ? json : json.required("transitions");
    List<Transition> list = new ArrayList<>();
    for (JsonNode each : array) {
      list.add(
          new Transition(
              epochMillis(each.required("at")) / MILLIS_PER_SECOND,
              each.path("name").asText(each.path("breaker").asText("")),
              BreakerState.of(each.required("from").asText()),
              BreakerState.of(each.required("to").asText())));
    }
    list.sort(Comparator.comparingDouble(Transition::atSeconds));
    return list;
  }

  private static long epochMillis(JsonNode at) {
    return at.isNumber() ? at.asLong() : Instant.parse(at.asText()).toEpochMilli();
  }
}
