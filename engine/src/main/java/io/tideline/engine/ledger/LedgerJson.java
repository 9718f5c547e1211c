package io.tideline.engine.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How writes stand in files: instants in ISO 8601. */
final class LedgerJson {

  static final ObjectMapper MAPPER = new ObjectMapper().registerModule(instants());

  private LedgerJson() {}

  private static SimpleModule instants() {
    return new SimpleModule()
        .addSerializer(
            Instant.class,
            new JsonSerializer<Instant>() {
              @Override
              public void serialize(Instant at, JsonGenerator json, SerializerProvider all)
                  throws IOException {
                json.writeString(at.toString());
              }
            })
        .addDeserializer(
            Instant.class,
            new JsonDeserializer<Instant>() {
              @Override
              public Instant deserialize(JsonParser json, DeserializationContext all)
                  throws IOException {
                return Instant.parse(json.getText());
              }
            });
  }

  /** All writes of a ledger; a last line that was cut off is passed over. */
  static List<Write> read(Path tideline) throws IOException {
    List<Write> writes = new ArrayList<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(tideline.resolve(WriteLedger.FILE_NAME));
    } catch (NoSuchFileException nothingWasWritten) {
      return writes;
    }
    for (int i = 0; i < lines.size(); i++) {
      try {
        writes.add(MAPPER.readValue(lines.get(i), Write.class));
      } catch (JsonProcessingException e) {
        if (i < lines.size() - 1) {
          throw new IOException(
              tideline.resolve(WriteLedger.FILE_NAME) + ": line " + (i + 1) + " is no write", e);
        }
      }
    }
    return writes;
  }
}
