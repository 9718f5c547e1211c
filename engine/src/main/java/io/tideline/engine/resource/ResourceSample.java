package io.tideline.engine.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source told at one instant, or why it told nothing.
 *
 * @param atSeconds since the run's first instant
 * @param source where it comes from
 * @param gap why there is nothing; null when there is something
 * @param readings in the order of the mapping; none in a gap
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceSample(
    double atSeconds, String source, @Nullable String gap, List<Reading> readings) {
  public ResourceSample {
    if (source == null || !Double.isFinite(atSeconds)) {
      throw new IllegalArgumentException("its source or its instant is missing");
    }
    readings = List.copyOf(readings);
  }

  static ResourceSample gap(double atSeconds, String source, String why) {
    return new ResourceSample(atSeconds, source, why, List.of());
  }
}
