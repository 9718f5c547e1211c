package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.commons.util.GatlingVersion;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.simlog.LogEnd;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLog;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The Gatling that this build is not for: its bridge is compiled, and a short run made with it.
 * Maven writes that Gatling's class path to {@code target/gatling-other.txt}.
 */
class OtherGatlingIT extends ProbedRun {
  private static final String SEPARATOR = File.pathSeparator;

  @Test
  void itsBridgeCompilesAndStartsUsersOnTime() throws Exception {
    List<String> other = Files.readAllLines(Path.of("target", "gatling-other.txt"));
    assertThat(other.get(0)).isNotEqualTo(GatlingVersion.ThisVersion().fullVersion());
    Path bridge = compile(Path.of("src", "gatling-" + other.get(1), "java"), other.get(2));

    Path starts = finished(run(bridge + SEPARATOR + other.get(2)), Ending.COMPLETED);

    List<String> version = new ArrayList<>();
    Path log = starts.getParent().resolveSibling(SimulationLog.FILE_NAME);
    LogEnd end =
        SimulationLog.read(
            log,
            new SimulationLogListener() {
              @Override
              public void run(RunRecord run) {
                version.add(run.gatlingVersion());
              }
            });
    assertThat(end.whole()).as(end.sentence(log)).isTrue();
    assertThat(version).containsExactly(other.get(0));
    assertThat(visits).hasSize(40);
    assertThat(Files.readString(results.resolve("output.txt"))).doesNotContain("starts cold");
  }

  private Path compile(Path sources, String gatling) throws IOException {
    Path classes = Files.createDirectory(results.resolve("bridge"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        Stream<Path> tree = Files.walk(sources)) {
      List<Path> found = tree.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "-d", classes.toString(), "-cp", gatling + SEPARATOR + Path.of("target", "classes"));
      boolean compiled =
          javac
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(found))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
    return classes;
  }

  /** Everything that this build brings, but its own Gatling and what belongs to that. */
  private static String withoutGatling() {
    return Arrays.stream(System.getProperty("java.class.path").split(SEPARATOR))
        .filter(
            entry -> Stream.of("gatling", "netty", "scala").noneMatch(fileName(entry)::contains))
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String fileName(String entry) {
    return entry.endsWith(".jar") ? Path.of(entry).getFileName().toString() : "";
  }

  private Process run(String first) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xmx256m"));
    command.add("-D" + ProbeSimulation.URL + "=http://127.0.0.1:" + port());
    command.add("-D" + ProbeSimulation.RESULTS + "=" + results);
    command.addAll(List.of("-Dprobe.rate=20", "-Dprobe.seconds=2"));
    command.add("-Dgatling.data.enableAnalytics=false");
    command.addAll(List.of("-cp", first + SEPARATOR + withoutGatling()));
    command.addAll(List.of("io.gatling.app.Gatling", "-s", ProbeSimulation.class.getName()));
    command.addAll(List.of("-rf", results.toString(), "-nr"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(results.resolve("output.txt").toFile())
        .start();
  }
}
