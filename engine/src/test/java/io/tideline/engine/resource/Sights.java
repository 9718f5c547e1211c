package io.tideline.engine.resource;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an endpoint might tell. */
final class Sights {
  private Sights() {}

  /** One reading, all of it kept. */
  static Sight now(String text) {
    return new Sight(exposition(text), null, 0, null);
  }

  /** Two readings, so many seconds apart. */
  static Sight after(String before, double seconds, String now) {
    return new Sight(exposition(now), exposition(before), seconds, null);
  }

  static Exposition exposition(@Nullable String text) {
    String all = text == null ? "" : text;
    Set<String> names =
        all.lines().map(line -> new SeriesLine(line).name()).collect(Collectors.toSet());
    return Exposition.parse(all, names);
  }
}
