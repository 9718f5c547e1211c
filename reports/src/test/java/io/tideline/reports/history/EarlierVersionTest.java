package io.tideline.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Earlier;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.testkit.LogEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history whose shelves were named by JVM and Gatling too, with the runs of two simulations on
 * the one for runs without a plan: what it holds stays comparable.
 */
class EarlierVersionTest {
  @TempDir Path folder;
  private History history;

  @BeforeEach
  void copy() throws Exception {
    Path kept = Path.of(EarlierVersionTest.class.getResource("of-0.1.0").toURI());
    Path own = folder.resolve("history");
    try (Stream<Path> files = Files.walk(kept)) {
      files.forEach(file -> copy(file, own.resolve(kept.relativize(file).toString())));
    }
    history = new History(own);
  }

  private static void copy(Path from, Path to) {
    try {
      if (!Files.isDirectory(to)) {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Run plain(String gatling, String scenario) throws Exception {
    Path own = Files.createDirectories(folder.resolve(scenario + gatling));
    LogEncoder log = new LogEncoder(gatling, 1_790_000_000_000L, List.of(scenario));
    log.user(0, true, 0);
    for (int i = 0; i < 100; i++) {
      log.request(List.of("Open"), i * 10, i * 10 + 20 + i % 7, "");
    }
    log.user(0, false, 10_000);
    Files.write(own.resolve("simulation.log"), log.bytes());
    return new ResultsFolder(own).read().run();
  }

  @Test
  void runsWithoutAPlanAreFoundAndThoseOfAnotherSimulationAreNot() throws Exception {
    List<Run> shop = history.shelfOf(plain("3.15.1", "Shop")).read().runs();

    assertThat(shop).extracting(run -> run.info().id()).containsExactly("Shop0", "Shop1", "Shop2");
    assertThat(history.shelfOf(plain("3.15.1", "Other")).read().runs()).isEmpty();
  }

  @Test
  void anotherGatlingIsSaidBesideTheComparison() throws Exception {
    Run newer = plain("3.14.9", "Shop");
    List<Run> accepted = history.shelfOf(newer).read().runs();

    Verdict verdict = Gate.judge(newer, Earlier.of(accepted, BandSettings.STANDARD));

    assertThat(accepted).hasSize(3);
    assertThat(verdict.warnings()).anyMatch(w -> w.contains("Gatling 3.15.1 and 3.14.9"));
    assertThat(verdict.isFitForHistory()).isTrue();
  }

  @Test
  void runsOfAPlanAreFoundAndNewOnesStandBesideThem() throws Exception {
    Path file = history.folder().resolve("smoke/f10683135f90e9dc/accepted");
    Run old;
    try (Stream<Path> files = Files.list(file)) {
      old = RunReader.read(files.sorted().findFirst().orElseThrow());
    }
    Shelf shelf = history.shelfOf(old);

    assertThat(shelf.read().runs()).hasSize(3);
    assertThat(shelf.folder().getFileName()).asString().isNotEqualTo("f10683135f90e9dc");
    assertThat(shelf.accept(old)).startsWith(file);
    Shelf plain = history.shelfOf(plain("3.15.1", "Shop"));
    assertThat(plain.accept(plain("3.15.1", "Shop"))).startsWith(plain.folder());
    assertThat(history.shelfOf(plain("3.15.1", "Shop")).read().runs()).hasSize(4);
    assertThat(plain.reject("Shop1")).exists();
    assertThat(history.shelfOf(plain("3.15.1", "Shop")).read().runs()).hasSize(3);
  }
}
