package io.tideline.engine.live;

import io.tideline.engine.simlog.LogPath;

/**
 * What requests are told apart by.
 *
 * @param journey the outermost group; empty for requests outside of all groups
 * @param request the request's own name
 */
record RequestName(String journey, String request) {
  static RequestName of(LogPath path) {
    return new RequestName(path.names().size() > 1 ? path.names().get(0) : "", path.name());
  }
}
