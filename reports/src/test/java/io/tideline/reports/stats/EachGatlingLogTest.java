package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The logs of real runs of each Gatling that is read, kept by the engine, come to the same run. */
class EachGatlingLogTest {
  private static final Path KEPT =
      Path.of("..", "engine", "src", "test", "resources", "io", "tideline", "engine", "simlog");
  private static final String FOLDER = "gatling-";

  @TempDir Path folder;

  static List<String> versions() throws IOException {
    try (Stream<Path> kept = Files.list(KEPT)) {
      return kept.map(each -> each.getFileName().toString())
          .filter(name -> name.startsWith(FOLDER))
          .map(name -> name.substring(FOLDER.length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aLogOfEachIsTheSameRun(String version) throws Exception {
    Files.copy(
        KEPT.resolve(FOLDER + version).resolve("simulation.log"), folder.resolve("simulation.log"));

    Run run = new ResultsFolder(folder).read().run();

    assertThat(run.info().versions().gatling()).isEqualTo(version);
    assertThat(run.pool(Scope.EVERYTHING).ok()).isEqualTo(29);
    assertThat(run.pool(Scope.EVERYTHING).ko()).isEqualTo(17);
    assertThat(run.requests().stream().map(RequestRow::name).toList())
        .contains("Open café", "開く → 記憶", "Find", "Alone");
  }
}
