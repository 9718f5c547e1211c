package io.tideline.feeders;

import java.util.List;

/** Feeder files that cannot be used; the message names all problems found, one a line. */
public final class FeederException extends Exception {

  private static final long serialVersionUID = 1L;

  FeederException(String message) {
    super(message);
  }

  FeederException(String message, Throwable cause) {
    super(message, cause);
  }

  FeederException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
