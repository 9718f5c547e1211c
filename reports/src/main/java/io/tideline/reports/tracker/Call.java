package io.tideline.reports.tracker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One request to a tracker's interface.
 *
 * @param method of HTTP
 * @param path with its query, below the tracker's base URL
 * @param body JSON; null when there is none
 */
record Call(String method, String path, @Nullable ObjectNode body) {

  static Call get(String path) {
    return new Call("GET", path, null);
  }

  static Call post(String path, ObjectNode body) {
    return new Call("POST", path, body);
  }

  /** Whether it changes nothing, so that it may be sent twice. */
  boolean onlyReads() {
    return method.equals("GET") || path.endsWith("/search/jql");
  }
}
