package io.tideline.engine.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events of a run, {@code tideline/events.jsonl}: one JSON object on a line, as they became
 * known. A last line that was cut off is passed over.
 *
 * @param file where they are; need not be there when nothing has happened
 */
public record EventLog(Path file) {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "events.jsonl";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  /** Appends an event; it is in the file when this returns. */
  public void append(RunEvent event) throws IOException {
    Files.writeString(
        file,
        JSON.writeValueAsString(event) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /**
   * All events so far, in order of time.
   *
   * @throws IOException with file and line when a whole line is no event
   */
  public List<RunEvent> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = Files.readString(file);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    List<RunEvent> events = new ArrayList<>();
    for (String line : whole.lines().toList()) {
      try {
        RunEvent event = JSON.readValue(line, RunEvent.class);
        if (event == null) {
          throw new IOException(file + ":" + (events.size() + 1) + ": not an event: null");
        }
        events.add(event);
      } catch (JsonProcessingException e) {
        throw new IOException(
            file + ":" + (events.size() + 1) + ": not an event: " + e.getOriginalMessage(), e);
      }
    }
    events.sort(Comparator.comparingLong(RunEvent::atNanos));
    return events;
  }
}
