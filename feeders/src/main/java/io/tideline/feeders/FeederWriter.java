package io.tideline.feeders;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.tideline.fixtures.data.Account;
import io.tideline.fixtures.data.Fixtures;
import io.tideline.fixtures.data.Media;
import io.tideline.fixtures.data.Memory;
import io.tideline.fixtures.data.SearchTerm;
import io.tideline.fixtures.data.Tags;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a set of feeder files. The same fixtures and number of users give the same bytes on every
 * machine. Only users grow with their number: of the rest, virtual users share the rows.
 */
final class FeederWriter {

  private static final int MEMORIES = 300;
  private static final int MEDIA = 300;
  private static final int SEARCHES = 1_000;

  private final Fixtures fixtures;
  private final Path folder;

  FeederWriter(Fixtures fixtures, Path folder) {
    this.fixtures = fixtures;
    this.folder = folder;
  }

  void write(long users) throws IOException {
    users(users);
    memories();
    media();
    searches();
    lines(FeederFiles.TAGS, SmallFiles.TAGS_HEADER, Tags.ALL);
  }

  private void users(long users) throws IOException {
    try (BufferedWriter writer = begin(FeederFiles.USERS, UserRows.HEADER)) {
      for (long k = 0; k < users; k++) {
        Account account = fixtures.account(k);
        writer.write(account.email() + "," + account.password() + "\n");
      }
    }
  }

  private void media() throws IOException {
    try (BufferedWriter writer = begin(FeederFiles.MEDIA, SmallFiles.MEDIA_HEADER)) {
      for (int i = 0; i < MEDIA; i++) {
        Media media = fixtures.media(i);
        writer.write(
            media.fileName()
                + ","
                + media.contentType()
                + ","
                + media.bytes()
                + ","
                + media.seed()
                + "\n");
      }
    }
  }

  private void searches() throws IOException {
    try (BufferedWriter writer = begin(FeederFiles.SEARCHES, SmallFiles.SEARCHES_HEADER)) {
      for (int i = 0; i < SEARCHES; i++) {
        SearchTerm search = fixtures.searchTerm(i);
        writer.write(search.term() + "," + search.finds() + "\n");
      }
    }
  }

  private void lines(String name, List<String> header, List<String> lines) throws IOException {
    try (BufferedWriter writer = begin(name, header)) {
      for (String line : lines) {
        writer.write(line + "\n");
      }
    }
  }

  private BufferedWriter begin(String name, List<String> header) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name));
    writer.write(String.join(",", header) + "\n");
    return writer;
  }

  private void memories() throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try (OutputStream file = Files.newOutputStream(folder.resolve(FeederFiles.MEMORIES));
        JsonGenerator json = new JsonFactory().createGenerator(file)) {
      json.setPrettyPrinter(printer);
      json.writeStartArray();
      for (int i = 0; i < MEMORIES; i++) {
        write(json, fixtures.memory(i));
      }
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  private static void write(JsonGenerator json, Memory memory) throws IOException {
    json.writeStartObject();
    json.writeStringField("title", memory.title());
    json.writeStringField("text", memory.text());
    json.writeArrayFieldStart("tags");
    for (String tag : memory.tags()) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeStringField("takenOn", memory.takenOn().toString());
    json.writeEndObject();
  }
}
