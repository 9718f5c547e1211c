package io.tideline.engine.simlog;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Gatling versions whose simulation.log has the format read here. Compared by their sources,
 * and 3.16.0 with 3.15.1 by the bytes of its classes: from 3.13.0 to 3.16.0 the classes that write
 * and read it ({@code LogFileDataWriter}, {@code RecordHeader}, {@code StringInternals}, {@code
 * LogFileReader}) differ in the licence's year, in the order of imports, and in that the writer's
 * buffer is 8 KiB from 3.14.0 on and a setting before. Releases before 3.13 wrote text. A later
 * release, of a known minor version too, is added once its writer has been compared: a log whose
 * figures mean something else would be read without an error.
 */
public final class GatlingVersions {
  private static final Set<String> READ =
      Stream.of(minor("3.13.", 5), minor("3.14.", 9), minor("3.15.", 1), minor("3.16.", 0))
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

  /** Bytes of the longest string that fits into the buffer of a version's writer. */
  static int longestString(String version) {
    return version.startsWith("3.13.")
        ? RecordFields.LONGEST_CONFIGURED_STRING
        : RecordFields.LONGEST_STRING;
  }

  static String range() {
    return "3.13.0 to 3.13.5, 3.14.0 to 3.14.9, 3.15.0 to 3.15.1 and 3.16.0";
  }

  private static Stream<String> minor(String prefix, int lastPatch) {
    return IntStream.rangeClosed(0, lastPatch).mapToObj(patch -> prefix + patch);
  }
}
