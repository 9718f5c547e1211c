package io.tideline.engine.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** A {@link Plan} as {@code plan.json}; its JSON Schema is {@code docs/schema/plan.schema.json}. */
public final class PlanJson {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "plan.json";

  /** Name and version of the format. */
  public static final String SCHEMA = "tideline/plan/1";

  private static final String SCHEMA_FIELD = "schema";
  private static final JsonMapper MAPPER = mapper();

  private PlanJson() {}

  /** Writes {@code plan} to {@code file}; equal plans give equal bytes. */
  public static void write(Plan plan, Path file) throws IOException {
    Files.writeString(file, MAPPER.writeValueAsString(tree(plan)) + "\n");
  }

  /** {@code plan} as a part of another file. */
  public static ObjectNode tree(Plan plan) {
    ObjectNode json = MAPPER.createObjectNode().put(SCHEMA_FIELD, SCHEMA);
    json.setAll((ObjectNode) MAPPER.valueToTree(plan));
    return json;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when the file cannot be read or is no plan of this version
   */
  public static Plan read(Path file) throws IOException {
    try {
      return of(MAPPER.readValue(file.toFile(), ObjectNode.class), file.toString());
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": not a plan: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads what {@link #tree} made.
   *
   * @param where it was found, for messages
   */
  public static Plan of(ObjectNode tree, String where) throws IOException {
    String schema = tree.path(SCHEMA_FIELD).asText();
    if (!schema.equals(SCHEMA)) {
      throw new IOException(where + ": schema is \"" + schema + "\", this version reads " + SCHEMA);
    }
    ObjectNode plan = tree.deepCopy();
    plan.remove(SCHEMA_FIELD);
    Plan read = MAPPER.treeToValue(plan, Plan.class);
    Optional<String> missing = WholeRecord.missing(read);
    if (missing.isPresent()) {
      throw new IOException(where + ": not a whole plan: " + missing.get() + " is missing");
    }
    return read;
  }

  /** A part of a plan, or a record that holds such parts, on one line. */
  public static String line(Object part) throws IOException {
    return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(part);
  }

  /**
   * Reads what {@link #line} made.
   *
   * @throws IOException with a sentence when it is no such part
   */
  public static <T> T part(String line, Class<T> type) throws IOException {
    try {
      return MAPPER.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new IOException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  private static JsonMapper mapper() {
    SimpleModule units =
        new SimpleModule()
            .addSerializer(Duration.class, new SecondsWriter())
            .addDeserializer(Duration.class, new SecondsReader())
            .addSerializer(LocalTime.class, ToStringSerializer.instance)
            .addDeserializer(LocalTime.class, new TextReader<>(LocalTime::parse))
            .addSerializer(ZoneId.class, ToStringSerializer.instance)
            .addDeserializer(ZoneId.class, new TextReader<>(ZoneId::of));
    return JsonMapper.builder()
        .addModule(units)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();
  }

  private static final class SecondsWriter extends JsonSerializer<Duration> {
    @Override
    public void serialize(Duration value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeNumber(BigDecimal.valueOf(value.toNanos(), 9).stripTrailingZeros().toPlainString());
    }
  }

  private static final class SecondsReader extends JsonDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return Duration.ofNanos(json.getDecimalValue().movePointRight(9).longValueExact());
    }
  }

  private static final class TextReader<T> extends JsonDeserializer<T> {
    private final Function<String, T> parse;

    TextReader(Function<String, T> parse) {
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      try {
        return parse.apply(json.getText());
      } catch (DateTimeException e) {
        throw new JsonParseException(json, e.getMessage(), e);
      }
    }
  }
}
