package io.tideline.reports.stats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the writes of a run, {@code tideline/writes.json}, in figures. */
final class WritesFile {
  private static final String FILE_NAME = "writes.json";
  private static final int MOST_EXAMPLES = 5;

  private WritesFile() {}

  /**
   * What is in a run's folder of records; null when the writes were not looked up.
   *
   * @throws IOException with file and reason when it cannot be read
   */
  static @Nullable WriteCounts read(Path tideline) throws IOException {
    Path file = tideline.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return counts(JsonText.parse(WholeFile.text(file)));
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": not JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": not what became of writes: " + e.getMessage(), e);
    }
  }

  private static WriteCounts counts(JsonNode json) {
    JsonNode lost = json.required("lost");
    JsonNode duplicated = json.required("duplicated");
    if (!lost.isArray() || !duplicated.isArray() || !json.required("acknowledged").isNumber()) {
      throw new IllegalArgumentException(
          "lost and duplicated must be lists, acknowledged a number");
    }
    List<String> examples = new ArrayList<>();
    addExamples(examples, lost, "lost");
    addExamples(examples, duplicated, "there more than once");
    return new WriteCounts(
        JsonFields.count(json, "acknowledged"),
        lost.size(),
        duplicated.size(),
        JsonFields.count(json, "unchecked"),
        examples);
  }

  private static void addExamples(List<String> examples, JsonNode writes, String what) {
    for (int i = 0; i < Math.min(writes.size(), MOST_EXAMPLES); i++) {
      JsonNode write = writes.required(i);
      examples.add(
          what
              + ": "
              + write.required("kind").asText()
              + " "
              + write.path("id").asText("of unknown id")
              + " with key "
              + write.required("key").asText()
              + ", at "
              + write.required("at").asText());
    }
  }
}
