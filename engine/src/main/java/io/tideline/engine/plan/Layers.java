package io.tideline.engine.plan;

import io.tideline.engine.plan.Node.ValueType;

/**
 * A scenario over the file's defaults: of each key the scenario's own value counts, whole, and the
 * default where it has none.
 *
 * @param scenario what counts first
 * @param defaults what counts where the scenario says nothing
 */
record Layers(Node scenario, Node defaults) {

  /** The one of the two that has the say about {@code key}. */
  Node holder(String key) {
    return scenario.has(key) ? scenario : defaults;
  }

  /** The block under {@code key}, empty when neither has one. */
  Node block(String key) {
    return holder(key).child(key);
  }

  /** The value under {@code key}, or {@code fallback} when neither has one. */
  <T> T read(String key, ValueType<T> type, T fallback) {
    return holder(key).read(key, type, fallback);
  }
}
