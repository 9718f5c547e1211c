package io.tideline.engine.benchmark;

import java.util.List;

/** The JVM arguments of the generators that are compared. */
final class Generators {
  /** Those that Gatling's Maven plugin gives on JDK 17 when a project says nothing. */
  static final List<String> GATLING_DEFAULTS =
      List.of(
          "-XX:MaxInlineLevel=20",
          "-XX:MaxTrivialSize=12",
          "-Xmx1G",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

  private Generators() {}
}
