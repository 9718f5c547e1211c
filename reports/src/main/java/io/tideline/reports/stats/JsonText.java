package io.tideline.reports.stats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** JSON as all results are written: indented, the same bytes on every system. */
public final class JsonText {
  private static final int DECIMALS = 3;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

  private JsonText() {}

  /** A new object, to be filled in the order of its fields. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The value that {@code text} holds. */
  public static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /** What is wrong with a text that is no JSON, in one clause. */
  public static String problem(JsonProcessingException e) {
    String said = e.getOriginalMessage();
    int source = said.indexOf(" (start marker at ");
    return (source < 0 ? said : said.substring(0, source)).lines().findFirst().orElse("");
  }

  /** The text of {@code json}, with a line end. */
  public static String of(ObjectNode json) {
    try {
      return WRITER.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code value} to three decimals; times in milliseconds are exact to a microsecond. */
  public static BigDecimal rounded(double value) {
    return rounded(value, DECIMALS);
  }

  /** {@code value} to {@code decimals} places, without zeros at the end. */
  public static BigDecimal rounded(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    BigDecimal shortest = rounded.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
