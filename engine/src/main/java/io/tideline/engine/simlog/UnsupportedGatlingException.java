package io.tideline.engine.simlog;

import java.io.IOException;

/** The log was written by a Gatling whose format is not known to be the one read here. */
public final class UnsupportedGatlingException extends IOException {
  private static final long serialVersionUID = 1;

  private final String version;

  UnsupportedGatlingException(String where, String version) {
    super(
        where
            + ": written by Gatling "
            + version
            + "; can be read: "
            + GatlingVersions.range()
            + "; run the simulation with one of these");
    this.version = version;
  }

  /** The version that the log names. */
  public String version() {
    return version;
  }
}
