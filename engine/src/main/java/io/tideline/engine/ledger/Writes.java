package io.tideline.engine.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of the writes of a run; {@code tideline/writes.json}.
 *
 * @param version of the file's form
 * @param acknowledged how many the target acknowledged
 * @param found how many of them it has
 * @param lost acknowledged, and not there
 * @param duplicated there more than once, acknowledged or not
 * @param unknown those of which nobody knew
 * @param unchecked acknowledged, and not looked up: time was up, or the target did not answer
 */
public record Writes(
    int version,
    int acknowledged,
    int found,
    List<Write> lost,
    List<Write> duplicated,
    Unknown unknown,
    int unchecked) {

  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "writes.json";

  static final int VERSION = 1;

  /** Writes that ended with an error or without an answer. */
  public record Unknown(int found, int absent, int unchecked) {}

  /** Copies the lists. */
  public Writes {
    lost = List.copyOf(lost);
    duplicated = List.copyOf(duplicated);
  }

  /** What a run's folder has, if its writes were looked up. */
  public static Optional<Writes> read(Path tideline) throws IOException {
    Path file = tideline.resolve(FILE_NAME);
    return Files.exists(file)
        ? Optional.of(LedgerJson.MAPPER.readValue(Files.readString(file), Writes.class))
        : Optional.empty();
  }

  void write(Path tideline) throws IOException {
    Files.writeString(
        tideline.resolve(FILE_NAME),
        LedgerJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
  }
}
