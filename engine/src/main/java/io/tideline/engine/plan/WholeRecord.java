package io.tideline.engine.plan;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is missing of records that were read from JSON, which leaves components null that the
 * text does not have.
 */
final class WholeRecord {
  private WholeRecord() {}

  /** Path of the first component that must not be null and is; empty when all are there. */
  static Optional<String> missing(@Nullable Object value) {
    return missing("", value);
  }

  private static Optional<String> missing(String path, @Nullable Object value) {
    if (value instanceof Record record) {
      return inRecord(path.isEmpty() ? "" : path + ".", record);
    }
    if (value instanceof Collection<?> all) {
      return all.stream().flatMap(each -> missing(path, each).stream()).findFirst();
    }
    if (value instanceof Map<?, ?> map) {
      return missing(path, map.values());
    }
    return Optional.empty();
  }

  private static Optional<String> inRecord(String prefix, Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String path = prefix + component.getName();
      Object value = value(component, record);
      Optional<String> found =
          value == null && !isNullable(component.getAnnotatedType())
              ? Optional.of(path)
              : missing(path, value);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isNullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object value(RecordComponent component, Record record) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
