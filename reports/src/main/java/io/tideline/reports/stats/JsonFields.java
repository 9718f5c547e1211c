package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Fields of records that were written earlier, each of the type that it is written as. Jackson's
 * own conversions make 0 of whatever is no number, so that damage would count as nothing.
 *
 * <p>All throw {@link IllegalArgumentException}, with a sentence, when a field is missing or is
 * something else.
 */
final class JsonFields {
  private static final int LONGEST_SHOWN = 40;

  private JsonFields() {}

  /** A whole number from 0. */
  static long count(JsonNode json, String name) {
    return countOf(json.required(name), name);
  }

  /** The same of an element of an array. */
  static long count(JsonNode json, int index) {
    return countOf(json.required(index), "[" + index + "]");
  }

  /** The same of a value. */
  static long countOf(JsonNode value, String name) {
    if (!isWhole(value) || value.asLong() < 0) {
      throw wrong(name, value, "a whole number from 0");
    }
    return value.asLong();
  }

  /** A small whole number from 0. */
  static int small(JsonNode json, String name) {
    long value = count(json, name);
    if (value > Integer.MAX_VALUE) {
      throw wrong(name, json.required(name), "a whole number up to " + Integer.MAX_VALUE);
    }
    return (int) value;
  }

  /** A whole number. */
  static long whole(JsonNode json, String name) {
    JsonNode value = json.required(name);
    if (!isWhole(value)) {
      throw wrong(name, value, "a whole number");
    }
    return value.asLong();
  }

  /** A finite number. */
  static double number(JsonNode json, String name) {
    return numberOf(json.required(name), name);
  }

  /** The same of a value. */
  static double numberOf(JsonNode value, String name) {
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw wrong(name, value, "a number");
    }
    return value.asDouble();
  }

  /** A text. */
  static String text(JsonNode json, String name) {
    return textOf(json.required(name), name);
  }

  /** The same of a value. */
  static String textOf(JsonNode value, String name) {
    if (!value.isTextual()) {
      throw wrong(name, value, "a text");
    }
    return value.textValue();
  }

  /** A text, or null where null stands. */
  static @Nullable String textOrNull(JsonNode json, String name) {
    return json.required(name).isNull() ? null : text(json, name);
  }

  /** True or false. */
  static boolean flag(JsonNode json, String name) {
    JsonNode value = json.required(name);
    if (!value.isBoolean()) {
      throw wrong(name, value, "true or false");
    }
    return value.booleanValue();
  }

  private static boolean isWhole(JsonNode value) {
    return value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToLong();
  }

  private static IllegalArgumentException wrong(String name, JsonNode value, String wanted) {
    String shown = value.toString();
    return new IllegalArgumentException(
        name
            + " is "
            + (shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "..." : shown)
            + ", not "
            + wanted);
  }
}
