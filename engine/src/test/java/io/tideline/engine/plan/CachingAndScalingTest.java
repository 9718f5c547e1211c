package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideline.engine.plan.Caching.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachingAndScalingTest {
  @TempDir Path folder;

  private Plan read(String defaults, String scenario) throws IOException {
    String text =
        """
        defaults { mix { Browse = 1 }, slos = [ { errors = 1 %% } ]
          %s }
        environments { local {} }
        scenarios { smoke { phases = [ { name = steady, hold = 1, lasts = 1 m } ]
          %s } }
        """
            .formatted(defaults, scenario);
    Map<String, String> properties =
        Map.of("scenario", "smoke", "baseUrl", "http://localhost:1", "speedup", "10");
    return new PlanReader(Catalogue.any(), new Options(properties, Map.of()))
        .read(Files.writeString(folder.resolve("plan.conf"), text));
  }

  @Test
  void aPlanWithoutThemPromisesNothingOfThem() throws IOException {
    Plan plan = read("", "");
    assertThat(plan.caching()).isNull();
    assertThat(plan.scaling()).isNull();
    assertThat(plan.disk()).isEqualTo(Disk.STANDARD);
  }

  @Test
  void theBlocksOfAScenarioStandInThePlaceOfThoseOfTheDefaults() throws IOException {
    Plan plan =
        read(
            "caching { hit-ratio = 50 % }, disk { keep-free = 2 GiB }",
            """
            caching { hit-ratio = 80 %, at-most = 99 %, phase = steady, cache = timeline }
            scaling { replicas = "replicas memories", out-within = 2 m, in-within = 10 m, min = 1, max = 4 }
            """);
    assertThat(plan.caching())
        .isEqualTo(new Caching(0.8, 0.99, "steady", Judge.TARGET, "timeline"));
    assertThat(plan.scaling())
        .as("speedup leaves the target's times as they are")
        .isEqualTo(
            new Scaling(
                "replicas memories", Duration.ofMinutes(2), Duration.ofMinutes(10), 1L, 4L));
    assertThat(plan.disk()).isEqualTo(new Disk(2L << 30));
    assertThat(read("caching { judge = replies }", "").caching())
        .isEqualTo(new Caching(null, null, null, Judge.REPLIES, null));
  }

  @Test
  void planJsonKeepsThem() throws IOException {
    Plan plan = read("caching { at-most = 95 % }, scaling { in-within = 30 s, max = 3 }", "");
    Path json = folder.resolve(PlanJson.FILE_NAME);
    PlanJson.write(plan, json);
    assertThat(PlanJson.read(json)).isEqualTo(plan);
  }

  @Test
  void repliesNameNoCache() {
    PlanException refused =
        catchThrowableOfType(
            PlanException.class,
            () -> read("", "caching { hit-ratio = 50 %, judge = replies, cache = timeline }"));
    assertThat(refused).hasMessageContaining("cache: replies do not say which cache they come");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    PlanException refused =
        catchThrowableOfType(
            PlanException.class,
            () ->
                read(
                    "",
                    """
                    caching { hit-ratio = 90 %, at-most = 80 %, phase = burst, judge = us }
                    scaling { min = 3, max = 2, out = 1 m }
                    disk { keep-free = none }
                    """));
    List<String> problems = refused.getMessage().lines().toList();
    assertThat(problems)
        .anyMatch(problem -> problem.contains("at-most: must not be below hit-ratio"))
        .anyMatch(problem -> problem.contains("there is no such phase; there are steady"))
        .anyMatch(problem -> problem.contains("there is no such judge; there are target, replies"))
        .anyMatch(problem -> problem.contains("max: must not be below min"))
        .anyMatch(problem -> problem.contains("out: is not known here"))
        .anyMatch(problem -> problem.contains("keep-free"));
  }
}
