package io.tideline.reports.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a run's verdict, in {@code notes/START_ID.json} on its shelf: the mark of
 * an accepted run that was suspected and not confirmed, or the confirmed failure of one that was
 * kept out. Runs without a note have neither.
 *
 * @param file name of the run's file
 * @param run id of the run
 * @param start when it began; null when that is not known
 * @param suspected ids of the checks that were beyond their bands, with nothing to confirm it
 * @param failed ids of the checks that were confirmed to be worse, with value over expected; 0 when
 *     that is not known
 */
public record RunNote(
    String file,
    String run,
    @Nullable Instant start,
    Set<String> suspected,
    Map<String, Double> failed) {
  static final String FOLDER = "notes";

  /** In the order of the ids. */
  public RunNote {
    suspected = java.util.Collections.unmodifiableSet(new TreeSet<>(suspected));
    failed = java.util.Collections.unmodifiableMap(new TreeMap<>(failed));
  }

  /** The mark of a suspicion. */
  public static RunNote suspected(Run run, Set<String> checks) {
    return new RunNote(FileName.of(run), run.info().id(), run.info().start(), checks, Map.of());
  }

  /** A confirmed failure. */
  public static RunNote failed(Run run, Map<String, Double> worse) {
    return new RunNote(FileName.of(run), run.info().id(), run.info().start(), Set.of(), worse);
  }

  /** When it began, for the order of runs. */
  public Instant from() {
    return start == null ? Instant.EPOCH : start;
  }

  void write(Path shelf) throws IOException {
    ObjectNode json = JsonText.object().put("run", run);
    json.put("start", start == null ? null : start.toString());
    ArrayNode open = json.putArray("suspected");
    suspected.forEach(open::add);
    ObjectNode worse = json.putObject("failed");
    failed.forEach((id, ratio) -> worse.put(id, JsonText.rounded(ratio, 6)));
    WholeFile.writeWithFolder(shelf.resolve(FOLDER).resolve(file), JsonText.of(json));
  }

  /** A note that is damaged says nothing, and one that another job took away is gone. */
  static Optional<RunNote> read(Path file) {
    try {
      JsonNode json = JsonText.parse(WholeFile.text(file));
      JsonNode start = json.path("start");
      Set<String> suspected = new TreeSet<>();
      json.path("suspected").forEach(each -> suspected.add(each.asText()));
      Map<String, Double> failed = new TreeMap<>();
      json.path("failed")
          .fields()
          .forEachRemaining(each -> failed.put(each.getKey(), each.getValue().asDouble()));
      return Optional.of(
          new RunNote(
              String.valueOf(file.getFileName()),
              json.path("run").asText(),
              start.isTextual() ? Instant.parse(start.asText()) : null,
              suspected,
              failed));
    } catch (JsonProcessingException | DateTimeParseException damaged) {
      return Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
