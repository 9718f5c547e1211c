package io.tideline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanReader;
import io.tideline.engine.profile.Profiles;
import io.tideline.engine.profile.RateCurve;
import io.tideline.engine.profile.Spacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan calls by name or by file is what the profiles of the library make. */
class ReadyMadeTest {
  private static final double RATE = 3;

  @TempDir Path folder;

  private Schedule schedule(String phases) throws IOException {
    Path file = folder.resolve("plan.conf");
    Files.writeString(
        file,
        "defaults { mix { A = 1 }, limits { rate = 1000, requests = 1000000000, duration = 30 h }"
            + ", slos = [ { errors = 1 % } ] }\nscenarios { it { rate = "
            + RATE
            + "\nphases = "
            + phases
            + " } }");
    Catalogue catalogue = new Catalogue(Map.of("A", new Catalogue.Entry(List.of("R"), 1)));
    Options options = new Options(Map.of("scenario", "it"), Map.of());
    Plan plan = new PlanReader(catalogue, options).read(file);
    return Schedule.of(plan);
  }

  private static RateCurve profile(String name) {
    return switch (name) {
      case "smoke" -> Profiles.smoke(RATE);
      case "baseline" -> Profiles.baseline(RATE);
      case "stress" -> Profiles.stress(RATE);
      case "spike" -> Profiles.spike(RATE);
      default -> Profiles.soak(RATE);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "baseline", "stress", "spike", "soak"})
  void aProfileCalledByNameInThePlanIsTheOneOfTheLibrary(String name) throws IOException {
    Schedule schedule = schedule(name);
    RateCurve curve = profile(name);
    assertThat(schedule.arrivals()).isEqualTo(Spacing.even().countBefore(curve.total()));
    for (long k = 0; k < schedule.arrivals(); k += Math.max(1, schedule.arrivals() / 500)) {
      double seconds = curve.inverse(Spacing.even().at(k));
      assertThat(schedule.dueNanos(k) / 1e9).isCloseTo(seconds, within(1e-6));
    }
  }

  @Test
  void recordedInstantsAreDueToTheNanosecondWhateverTheRate() throws IOException {
    Files.writeString(folder.resolve("instants.txt"), "0\n0.5\n0.500001\n2.75\n");
    Schedule schedule =
        schedule("[ { name = a, hold = 1, lasts = 2 s }, { name = b, instants = instants.txt } ]");
    assertThat(schedule.arrivals()).isEqualTo(10);
    assertThat(schedule.offered(1)).isEqualTo(4);
    assertThat(schedule.dueNanos(6)).isEqualTo(2_000_000_000L);
    assertThat(schedule.dueNanos(7)).isEqualTo(2_500_000_000L);
    assertThat(schedule.dueNanos(8)).isEqualTo(2_500_001_000L);
    assertThat(schedule.dueNanos(9)).isEqualTo(4_750_000_000L);
  }
}
