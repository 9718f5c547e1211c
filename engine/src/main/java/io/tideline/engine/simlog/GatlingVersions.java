package io.tideline.engine.simlog;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Gatling versions whose simulation.log has the format read here. Compared by their sources:
 * the class that writes the log ({@code LogFileDataWriter}) and the record types are the same, but
 * for the licence's year and the way the buffer is configured, in every release from 3.13.0 to
 * 3.15.1. Releases before 3.13 wrote text. A later release is added once its writer has been
 * compared.
 */
public final class GatlingVersions {
  private static final Set<String> READ =
      Stream.of(minor("3.13.", 5), minor("3.14.", 9), minor("3.15.", 1))
          .flatMap(versions -> versions)
          .collect(Collectors.toUnmodifiableSet());

  private GatlingVersions() {}

  /** Whether a log of this version can be read. */
  public static boolean canRead(String version) {
    return READ.contains(version);
  }

  /** All versions that can be read. */
  public static Set<String> all() {
    return new TreeSet<>(READ);
  }

  static String range() {
    return "3.13.0 to 3.15.1";
  }

  private static Stream<String> minor(String prefix, int lastPatch) {
    return IntStream.rangeClosed(0, lastPatch).mapToObj(patch -> prefix + patch);
  }
}
