package io.tideline.reports.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From here on things are different: a person accepted a regression, or the target moved to another
 * machine. Earlier runs are kept and not compared with any more.
 *
 * @param from start of the first run that belongs to it
 * @param reason in words
 */
public record Epoch(Instant from, String reason) {
  private static final String FOLDER = "epochs";
  private static final String SUFFIX = ".json";

  /** Begins this epoch on a shelf. */
  public Path write(Shelf shelf) throws IOException {
    String text = JsonText.of(JsonText.object().put("from", from.toString()).put("reason", reason));
    String name = FileName.instant(from) + SUFFIX;
    return WholeFile.writeWithFolder(shelf.folder().resolve(FOLDER).resolve(name), text);
  }

  /** The epochs of a shelf, the oldest first; files that cannot be read are passed over. */
  public static List<Epoch> of(Shelf shelf) throws IOException {
    List<Epoch> epochs = new ArrayList<>();
    for (Path each : shelf.folders()) {
      Path folder = each.resolve(FOLDER);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.toList()) {
            read(file).ifPresent(epochs::add);
          }
        }
      }
    }
    epochs.sort(Comparator.comparing(Epoch::from));
    return epochs;
  }

  /** A sentence on each file of an epoch that cannot be read. */
  static List<String> problems(Shelf shelf) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path each : shelf.folders()) {
      Path folder = each.resolve(FOLDER);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.sorted().toList()) {
            if (file.toString().endsWith(SUFFIX) && read(file).isEmpty()) {
              problems.add(
                  file
                      + ": not an epoch; runs from before it are compared with as well. Begin it"
                      + " again with history epoch, and delete the file");
            }
          }
        }
      }
    }
    return problems;
  }

  static Optional<Epoch> last(Shelf shelf) throws IOException {
    List<Epoch> all = of(shelf);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  private static Optional<Epoch> read(Path file) {
    try {
      JsonNode json = JsonText.parse(WholeFile.text(file));
      String from = json.path("from").asText();
      return Optional.of(new Epoch(Instant.parse(from), json.path("reason").asText()));
    } catch (JsonProcessingException | DateTimeParseException damaged) {
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
