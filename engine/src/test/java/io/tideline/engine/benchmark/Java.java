package io.tideline.engine.benchmark;

import java.nio.file.Path;

/** The JVM that the benchmarks run on. */
final class Java {
  private Java() {}

  static String executable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
