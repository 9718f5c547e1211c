package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A plan file for tests of its readers, with a word on what is wrong with it. */
abstract class WrittenPlan {
  static final Catalogue CATALOGUE =
      new Catalogue(
          Map.of(
              "Browse", new Catalogue.Entry(List.of("Open", "Scroll"), 5),
              "Write", new Catalogue.Entry(List.of("Save"), 3)));

  static final String GOOD =
      """
      defaults {
        mix { Browse = 3, Write = 1 }
        think-times { median = 500 ms, Write { median = 2 s } }
        journeys { Browse { requests = 4.5, bytes = 90 KiB } }
        slos = [ { p95 = 300 ms, errors = 2 % } ]
      }
      environments {
        staging {
          base-url = "https://staging.example/"
          hosts = [ "Staging.example" ]
          limits { rate = 20 }
          off-peak { from = "22:00", to = "06:00", zone = "UTC" }
          credentials { password = "STAGING_PASSWORD", headers { X-Key = "STAGING_KEY" } }
        }
      }
      scenarios {
        steady {
          description = "Steady."
          rate = 5
          phases = [
            { name = warm-up, ramp = [0, 1], lasts = 1 m, warm-up = true }
            { name = main, hold = 1, lasts = 10 m }
          ]
        }
        stairs {
          phases = [ { name = step, steps = [1, 2, 4], lasts = 30 s } ]
          slos = [ { journey = Browse, request = Scroll, phase = "step 2", p99 = 1 s, max = 5 s }, { errors = 5 % } ]
        }
        day { phases = [ { name = day, lasts = 24 h, curve = [[0, 0.5], [12, 1], [24, 0.5]] } ] }
      }
      """;

  @TempDir Path folder;

  final Plan read(String text, String... options) {
    return new PlanReader(CATALOGUE, options(options)).read(file(text));
  }

  final List<String> problems(String text, String... options) {
    PlanException refused = catchThrowableOfType(PlanException.class, () -> read(text, options));
    assertThat(refused).as("the plan must be refused").isNotNull();
    return refused.getMessage().lines().toList();
  }

  final Path file(String text) {
    try {
      return Files.writeString(folder.resolve("plan.conf"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Options options(String... pairs) {
    Map<String, String> properties = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.put(pairs[i], pairs[i + 1]);
    }
    return new Options(properties, Map.of());
  }
}
