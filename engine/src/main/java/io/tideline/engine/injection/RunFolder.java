package io.tideline.engine.injection;

import io.gatling.core.stats.StatsEngine;
import io.gatling.core.stats.writer.LogFileDataWriter;
import io.gatling.core.stats.writer.RunMessage;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Finds the results folder of the run that is going on. Gatling names it but tells nobody, so the
 * name is read where its log writer keeps it: engine, writers, actor, run message.
 */
final class RunFolder {
  private RunFolder() {}

  static Path of(StatsEngine statsEngine, Path resultsRoot) throws IOException {
    for (Object reference : values(statsEngine, Iterable.class)) {
      for (Object writer : CollectionConverters.asJava((Iterable<?>) reference)) {
        for (Object actor : values(writer, LogFileDataWriter.class)) {
          for (Object run : values(actor, RunMessage.class)) {
            return resultsRoot.resolve(((RunMessage) run).runId());
          }
        }
      }
    }
    throw new IOException(
        "Gatling's results folder was not found: is `file` among gatling.data.writers?");
  }

  /** The values of {@code owner}'s fields that are of a type. */
  private static List<Object> values(Object owner, Class<?> type) throws IOException {
    List<Object> values = new ArrayList<>();
    for (Field field : owner.getClass().getDeclaredFields()) {
      if (!field.getType().isPrimitive()) {
        Object value = value(owner, field);
        if (type.isInstance(value)) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private static @Nullable Object value(Object owner, Field field) throws IOException {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new IOException("Gatling's results folder was not found: " + e, e);
    }
  }
}
