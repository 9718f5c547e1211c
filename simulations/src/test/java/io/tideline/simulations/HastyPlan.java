package io.tideline.simulations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The project's plan with users who hardly pause, for runs of which the outcome counts: what they
 * do is the same, and the last of them leaves soon.
 */
final class HastyPlan {
  private static final Path PLAN = Path.of("src/test/resources/tideline.conf");
  private static final String HASTE =
      """

      defaults.think-times {
        median = 100 ms
        max = 1 s
        "Create memory" { median = 200 ms }
      }

      # A busy machine must not be in the way of what is asked.
      scenarios.smoke.slos = [
        { p95 = 20 s, errors = 1 % }
        { journey = "Browse timeline", p95 = 20 s }
        { journey = "Upload media", p95 = 20 s }
      ]
      scenarios.smoke.validity { offered = 90 %, lag-p99 = 30 s, cpu = off, pause = 30 s }
      """;

  private HastyPlan() {}

  /** The plan's text. */
  static String text() throws IOException {
    return Files.readString(PLAN) + HASTE;
  }

  /** A file of it in {@code folder}, as the option {@code plan}. */
  static String in(Path folder) throws IOException {
    return "plan=" + Files.writeString(folder.resolve("hasty.conf"), text());
  }
}
