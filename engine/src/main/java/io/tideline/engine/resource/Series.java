package io.tideline.engine.resource;

import java.util.Map;

/**
 * One line of an exposition.
 *
 * @param name of the metric
 * @param labels label to its value, escapes undone
 * @param value may be infinite, and NaN when the target knows none
 */
record Series(String name, Map<String, String> labels, double value) {
  Series {
    labels = Map.copyOf(labels);
  }
}
