package io.tideline.feeders;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads memories.json, an array of objects; a wrong field does not end the reading. */
final class MemoriesFile {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Path path;
  private final JsonParser json;
  private final Problems problems;

  private MemoriesFile(Path path, JsonParser json, Problems problems) {
    this.path = path;
    this.json = json;
    this.problems = problems;
  }

  static Rows<MemoryRow> read(Path path, Problems problems) throws FeederException {
    List<MemoryRow> rows = new ArrayList<>();
    byte[] bytes = CsvFile.bytes(path);
    try (JsonParser json = FACTORY.createParser(bytes)) {
      new MemoriesFile(path, json, problems).rows(rows);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      problems.add(
          path, at.getLineNr(), at.getColumnNr(), "this is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new FeederException(path + ": cannot be read: " + e.getMessage(), e);
    }
    return new Rows<>(rows);
  }

  private void rows(List<MemoryRow> rows) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      problem("expected an array of memories, found " + found());
      return;
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      rows.add(row());
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      problem("expected a memory or the end of the array, found " + found());
    } else if (rows.isEmpty()) {
      problem("expected at least one memory, found none");
    }
  }

  private MemoryRow row() throws IOException {
    var start = json.currentLocation();
    String title = "";
    String text = "";
    List<String> tags = List.of();
    LocalDate takenOn = LocalDate.EPOCH;
    List<String> missing = new ArrayList<>(List.of("title", "text", "tags", "takenOn"));
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      missing.remove(name);
      json.nextToken();
      switch (name) {
        case "title" -> title = text(name);
        case "text" -> text = text(name);
        case "tags" -> tags = tags();
        case "takenOn" -> takenOn = day(text(name));
        default -> {
          problem("expected title, text, tags or takenOn, found '" + name + "'");
          json.skipChildren();
        }
      }
    }
    if (!missing.isEmpty()) {
      problems.add(
          path,
          start.getLineNr(),
          start.getColumnNr(),
          "expected a memory with " + String.join(", ", missing));
    }
    return new MemoryRow(title, text, tags, takenOn);
  }

  private String text(String name) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING || json.getText().isBlank()) {
      problem("expected a text for " + name + ", found " + found());
      json.skipChildren();
      return "";
    }
    return json.getText();
  }

  private List<String> tags() throws IOException {
    List<String> tags = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      problem("expected an array for tags, found " + found());
      json.skipChildren();
      return tags;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      tags.add(text("a tag"));
    }
    return tags;
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      if (!text.isEmpty()) { // else it has been told
        problem("expected a day as 2025-12-31 for takenOn, found '" + text + "'");
      }
      return LocalDate.EPOCH;
    }
  }

  private String found() throws IOException {
    JsonToken token = json.currentToken();
    return token == null ? "the end of the file" : "'" + json.getText() + "'";
  }

  private void problem(String what) {
    var at = json.currentTokenLocation();
    problems.add(path, at.getLineNr(), at.getColumnNr(), what);
  }
}
