package io.tideline.engine.live;

import io.tideline.engine.simlog.LogPath;

/**
 * What requests are told apart by.
 *
 * @param journey the outermost group; empty for requests outside of all groups
 * @param request the request's own name
 */
public record RequestName(String journey, String request) {
  private static final String NAME_END = ": ";

  /** Of a request that was sent. */
  public static RequestName of(LogPath path) {
    return new RequestName(path.names().size() > 1 ? path.names().get(0) : "", path.name());
  }

  /**
   * Of a request that could not be built: Gatling's message begins with its name, and says nothing
   * of its journey.
   */
  public static RequestName ofUnsent(String message) {
    int end = message.indexOf(NAME_END);
    return new RequestName("", end < 0 ? message : message.substring(0, end));
  }
}
