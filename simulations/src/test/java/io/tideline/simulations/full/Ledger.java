package io.tideline.simulations.full;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The outcomes of exams, one on a line, kept beyond the call of Maven that they came in. Of several
 * outcomes of an exam the last counts; a line that was cut off is none.
 */
final class Ledger {
  /** Its name in the folder of the exams. */
  static final String FILE_NAME = "ledger.jsonl";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final String source;

  /**
   * @param folder of the exams
   * @param source the state of the source: outcomes of another one do not count
   */
  Ledger(Path folder, String source) {
    this.file = folder.resolve(FILE_NAME);
    this.source = source;
  }

  String source() {
    return source;
  }

  /** How far it is, in a few words. */
  String tried() {
    Map<String, Outcome> all = outcomes();
    long failed = all.values().stream().filter(o -> o.result() == Outcome.Result.FAILED).count();
    return all.size() + " tried before it, " + failed + " of them failed";
  }

  /** The last outcomes of this source, by the exam's id. */
  Map<String, Outcome> outcomes() {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          read(line)
              .filter(outcome -> source.equals(outcome.source()))
              .ifPresent(outcome -> outcomes.put(outcome.exam(), outcome));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return outcomes;
  }

  private static Optional<Outcome> read(String line) {
    try {
      return Optional.ofNullable(JSON.readValue(line, Outcome.class));
    } catch (IOException cutOff) {
      return Optional.empty();
    }
  }

  /** Adds one; begins a line of its own, even behind one that was cut off. */
  synchronized void add(Outcome outcome) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean cutOff = Files.exists(file) && Files.size(file) > 0 && !endsALine();
    String line = (cutOff ? "\n" : "") + JSON.writeValueAsString(outcome) + "\n";
    Files.writeString(
        file,
        line,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
  }

  private boolean endsALine() throws IOException {
    byte[] all = Files.readAllBytes(file);
    return all[all.length - 1] == '\n';
  }
}
