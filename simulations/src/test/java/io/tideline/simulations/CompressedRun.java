package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question of the plan, asked by a whole run of its own within a minute of load, at a target that
 * is started for it, and answered by a verdict. {@code compressed.conf} says how.
 */
final class CompressedRun {
  private static final Path COMPRESSED = Path.of("src/test/resources/compressed.conf");

  /** Codes above it say that there was no run. */
  private static final int MOST_WITH_A_VERDICT = 3;

  private CompressedRun() {}

  /** Starts it with its results in {@code results}. */
  static GatlingProcess start(Path results, String... options) throws IOException {
    Files.createDirectories(results);
    String text = HastyPlan.text() + Files.readString(COMPRESSED);
    Path plan = Files.writeString(results.resolve("compressed.conf"), text);
    List<String> all =
        Stream.concat(
                Stream.of("plan=" + plan.toAbsolutePath(), "progress=off"), Stream.of(options))
            .toList();
    return GatlingProcess.start(results, all.toArray(String[]::new));
  }

  /** Runs it to its end. */
  static JudgedRun run(Path results, String... options) throws Exception {
    try (GatlingProcess run = start(results, options)) {
      int code = run.exitCode();
      assertThat(code).as(run.output()).isLessThanOrEqualTo(MOST_WITH_A_VERDICT);
      JudgedRun judged = JudgedRun.of(run);
      judged.print(String.join(" ", options), "resilience/.*|slo/(scaling|caching)/.*|drift/.*");
      return judged;
    }
  }

  /** That it passes, and that each of these checks was asked and passed. */
  static JudgedRun passes(JudgedRun run, String... checks) {
    assertThat(run.failing()).as(run.output()).isEmpty();
    assertThat(run.result()).as(run.output()).isEqualTo("PASS");
    for (String check : checks) {
      assertThat(run.check(check).required("status").asText()).as(check).isEqualTo("PASS");
    }
    return run;
  }
}
