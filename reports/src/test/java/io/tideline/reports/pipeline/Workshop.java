package io.tideline.reports.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A workspace with a shell, in which {@code mvn} and {@code date} are of our making: a run of Maven
 * takes the next verdict in line (or several with a plus: those of its fresh runs too), copies the
 * results folders of runs that came to them, and notes with which settings it was called; the clock
 * shows the next time in line, and then stays.
 */
final class Workshop {
  private static final String MVN =
      """
      #!/bin/sh
      for argument in "$@"; do
        case "$argument" in
          -Dgatling.resultsFolder=*) folder="${argument#*=}" ;;
        esac
      done
      printf '%s rate=%s duration=%s env=%s url=%s users=%s confirm=%s history=%s tickets=%s\\n' \\
        "$TIDELINE_SCENARIO" "$TIDELINE_RATE" "$TIDELINE_DURATION" "$TIDELINE_ENV" \\
        "$TIDELINE_BASEURL" "$TIDELINE_USERS" "$TIDELINE_CONFIRM" "$TIDELINE_HISTORY" "$TIDELINE_TICKETS" \\
        >> "$SHOP/calls"
      next=$(head -n 1 "$SHOP/verdicts")
      tail -n +2 "$SHOP/verdicts" > "$SHOP/rest"
      mv "$SHOP/rest" "$SHOP/verdicts"
      verdict="${next% *}"
      number=0
      for one in $(echo "$verdict" | tr + ' '); do
        number=$((number + 1))
        if [ -d "$RESULTS/$one" ]; then
          mkdir -p "$folder"
          cp -R "$RESULTS/$one" "$folder/memories-$number"
          touch "$folder/memories-$number/index.html"
        fi
      done
      exit "${next#* }"
      """;
  private static final String DATE =
      """
      #!/bin/sh
      [ "$TZ" = "$(cat "$SHOP/zone")" ] || { echo "TZ is $TZ" >&2; exit 1; }
      if [ "$1" = +%u ]; then cat "$SHOP/day"; exit; fi
      head -n 1 "$SHOP/times"
      if [ "$(wc -l < "$SHOP/times")" -gt 1 ]; then
        tail -n +2 "$SHOP/times" > "$SHOP/rest"
        mv "$SHOP/rest" "$SHOP/times"
      fi
      """;

  private final Path shop;
  private final Path workspace;
  private final Path results;

  /**
   * @param results a results folder for each verdict that a run may come to, of its name
   */
  Workshop(Path folder, Path results) throws IOException {
    this.results = results;
    shop = Files.createDirectories(folder.resolve("shop"));
    workspace = Files.createDirectories(folder.resolve("workspace"));
    Path bin = Files.createDirectories(shop.resolve("bin"));
    for (Map.Entry<String, String> tool : Map.of("mvn", MVN, "date", DATE).entrySet()) {
      Path file = bin.resolve(tool.getKey());
      Files.writeString(file, tool.getValue());
      if (!file.toFile().setExecutable(true)) {
        throw new IOException(file + ": cannot be made executable");
      }
    }
    clock("UTC", "3", "23:10");
    verdicts();
  }

  Path workspace() {
    return workspace;
  }

  /** What the runs come to, in order: a verdict and Maven's exit code. */
  void verdicts(String... verdicts) throws IOException {
    Files.writeString(shop.resolve("verdicts"), String.join("\n", verdicts) + "\n");
  }

  /** What the clock shows: a weekday of 1 to 7, and times of the day. */
  void clock(String zone, String day, String... times) throws IOException {
    Files.writeString(shop.resolve("zone"), zone + "\n");
    Files.writeString(shop.resolve("day"), day + "\n");
    Files.writeString(shop.resolve("times"), String.join("\n", times) + "\n");
  }

  /** The runs there were, with their settings. */
  List<String> calls() throws IOException {
    Path calls = shop.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** The scenarios that were run, in order. */
  List<String> scenarios() throws IOException {
    return calls().stream().map(call -> call.substring(0, call.indexOf(' '))).toList();
  }

  /** What a command in the workspace came to. */
  record Outcome(int status, String out) {}

  /** Runs {@code script} as Jenkins does: with a shell that stops at the first error. */
  Outcome sh(String script, Map<String, String> environment) {
    try {
      Path out = shop.resolve("out");
      List<String> command = new ArrayList<>(List.of("sh", "-xec", script));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(workspace.toFile())
              .redirectOutput(out.toFile())
              .redirectError(shop.resolve("err").toFile());
      Map<String, String> inherited = new HashMap<>(builder.environment());
      builder.environment().putAll(environment);
      builder.environment().put("SHOP", shop.toString());
      builder.environment().put("RESULTS", results.toString());
      builder.environment().put("PATH", shop.resolve("bin") + ":" + inherited.get("PATH"));
      Process process = builder.start();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("hangs: " + script);
      }
      return new Outcome(process.exitValue(), Files.readString(out));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
