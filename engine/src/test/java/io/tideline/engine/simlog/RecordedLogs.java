package io.tideline.engine.simlog;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The logs of real runs that are kept as test data. See the README beside them. */
public final class RecordedLogs {
  /** The last release of each minor version that is read, newest last. */
  public static final List<String> VERSIONS = List.of("3.13.5", "3.14.9", "3.15.1", "3.16.0");

  private RecordedLogs() {}

  /** For {@code MethodSource}. */
  public static List<String> versions() {
    return VERSIONS;
  }

  /** The log that this version of Gatling wrote. */
  public static Path of(String version) throws URISyntaxException {
    String name = "gatling-" + version + "/simulation.log";
    return Path.of(
        Objects.requireNonNull(RecordedLogs.class.getResource(name), "no log " + name).toURI());
  }
}
