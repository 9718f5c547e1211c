package io.tideline.engine.plan;

import com.typesafe.config.ConfigException;
import io.tideline.engine.plan.Node.ValueType;

/** Values of options; what is none of its type is a problem that says what would be one. */
record AskedOptions(Options options, Problems problems) {

  /** The value of {@code -Dname}, or {@code fallback} where it is not given. */
  <T> T value(String name, ValueType<T> type, T fallback) {
    String text = options.value(name).orElse(null);
    if (text == null) {
      return fallback;
    }
    try {
      return Values.parse(text, type);
    } catch (ConfigException | IllegalArgumentException e) {
      problems.add(
          options.where(name) + ": is no " + type.name() + "; write for example " + type.example());
      return fallback;
    }
  }
}
