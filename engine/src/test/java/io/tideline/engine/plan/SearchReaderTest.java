package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideline.engine.plan.Search.Levels;
import io.tideline.engine.plan.Search.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchReaderTest {
  private static final String PHASES =
      """
      { name = warm-up, hold = 1, lasts = 1 m, warm-up = true }
      { name = search, hold = 1, lasts = 2 h }
      """;

  @TempDir Path folder;

  private Plan read(String search, String phases, Map<String, String> more) throws IOException {
    String text =
        """
        defaults { mix { Browse = 1 }, slos = [ { errors = 1 %% } ] }
        scenarios { stress { rate = 8, phases = [ %s ], %s } }
        """
            .formatted(phases, search);
    Map<String, String> properties = new java.util.HashMap<>(more);
    properties.put("scenario", "stress");
    return new PlanReader(Catalogue.any(), new Options(properties, Map.of()))
        .read(Files.writeString(folder.resolve("plan.conf"), text));
  }

  private List<String> problems(String search, String phases, Map<String, String> more) {
    PlanException refused =
        catchThrowableOfType(PlanException.class, () -> read(search, phases, more));
    assertThat(refused).as("the plan must be refused").isNotNull();
    return refused.getMessage().lines().toList();
  }

  @Test
  void aSearchThatSaysNothingHasTheUsualLevelsAndTimes() throws IOException {
    assertThat(read("search {}", PHASES, Map.of()).search())
        .isEqualTo(
            new Search(
                new Levels(0.25, 1, 20),
                new Times(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10)),
                Duration.ofMinutes(90),
                null));
    assertThat(read("", PHASES, Map.of()).search()).isNull();
  }

  @Test
  void speedupShortensAllOfItsTimesAndNoLevel() throws IOException {
    String own = "search { floor = 1, start = 2, cap = 4, settle = 20 s, at-least = 10 }";
    assertThat(read(own, PHASES, Map.of("speedup", "10")).search())
        .isEqualTo(
            new Search(
                new Levels(1, 2, 4),
                new Times(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(6),
                    Duration.ofMinutes(1)),
                Duration.ofMinutes(9),
                10.0));
  }

  @Test
  void planJsonKeepsTheSearch() throws IOException {
    Plan plan = read("search { at-least = 12.5 }", PHASES, Map.of());
    Path json = folder.resolve(PlanJson.FILE_NAME);
    PlanJson.write(plan, json);
    assertThat(PlanJson.read(json)).isEqualTo(plan);
    assertThat(PlanJson.read(json).at("http://localhost:1").search()).isEqualTo(plan.search());
  }

  @Test
  void whatCannotBeIsSaidAtOnce() {
    assertThat(problems("search { start = 4, cap = 2, top = 1 }", PHASES, Map.of()))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("search.top: is not known here"))
        .anyMatch(problem -> problem.contains("must rise from floor 0.25 over start 4.0 to 2.0"));
    assertThat(problems("search { hold = 10 s }", PHASES, Map.of()))
        .singleElement()
        .asString()
        .contains("search.hold: must not be shorter than measure");
  }

  @Test
  void itNeedsOnePhaseAtLevelOneAndAGeneratorOfItsOwn() {
    String stairs = "{ name = step, steps = [1, 2], lasts = 1 m }";
    assertThat(problems("search {}", stairs, Map.of()))
        .singleElement()
        .asString()
        .contains("a search needs one phase besides its warm-up");
    assertThat(problems("search {}", PHASES, Map.of("slice", "0/2")))
        .singleElement()
        .asString()
        .contains("cannot be split over generators");
  }
}
