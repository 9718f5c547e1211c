package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.origin.Machine;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.origin.Origin.Subject;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.testkit.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Machine MACHINE =
      new Machine("one", "Linux amd64", "A processor", 2, 8L << 30, "JVM 17");
  private static final Plan PLAN = plan(20, List.of());

  private static Plan plan(double rate, List<Slo> slos) {
    return SampleRun.plan(rate, List.of(SampleRun.phase("steady", 10, false, 1)), slos);
  }

  private static Fingerprint of(Plan plan, Machine machine, String data, String version) {
    return Fingerprint.of(plan, new Origin(machine, new Subject(data, version)), "3.15.1", null);
  }

  private static final Fingerprint FINGERPRINT = of(PLAN, MACHINE, "data", "1.0");

  @Test
  void anotherVersionOtherPromisesAndTheMachinesNameDoNotMatter() {
    Machine sister = new Machine("two", "Linux amd64", "A processor", 2, 8L << 30, "JVM 17");
    Plan stricter = plan(20, List.of(new Slo(Scope.EVERYTHING, Metric.P95, 1)));
    Fingerprint other = of(stricter.at("http://localhost:9999"), sister, "data", "2.0");
    assertThat(FINGERPRINT.differences(other)).isEmpty();
    assertThat(other.id()).isEqualTo(FINGERPRINT.id());
  }

  @Test
  void anotherLoadOtherDataAndAnotherMachineDo() {
    Machine larger = new Machine("one", "Linux amd64", "A processor", 4, 8L << 30, "JVM 17");
    assertDiffers(of(plan(21, List.of()), MACHINE, "data", "1.0"), "plan: ");
    assertDiffers(of(PLAN, MACHINE, "more", "1.0"), "data: data and more");
    assertDiffers(of(PLAN, larger, "data", "1.0"), "generator: ");
    assertDiffers(Fingerprint.of(PLAN, null, "3.15.1", null), "data: data and unknown");
  }

  @Test
  void anotherJvmAndAnotherGatlingAreSaidAndMayBeCompared() {
    Machine newer = new Machine("one", "Linux amd64", "A processor", 2, 8L << 30, "JVM 21");
    Origin origin = new Origin(newer, new Subject("data", "1.0"));
    Fingerprint other = Fingerprint.of(PLAN, origin, "3.16.0", null);
    assertThat(FINGERPRINT.differences(other)).isEmpty();
    assertThat(other.id()).isEqualTo(FINGERPRINT.id());
    assertThat(FINGERPRINT.versions(other))
        .containsExactly("JVM 17 and JVM 21", "Gatling 3.15.1 and 3.16.0");
  }

  @Test
  void runsWithoutAPlanAreKnownBySimulationScenariosAndLoad() {
    Fingerprint browse = plain("shop.Browse", "browse", 1_000, 60);
    assertThat(browse.differences(plain("shop.Checkout", "browse", 1_000, 60)))
        .singleElement()
        .asString()
        .startsWith("simulation: ");
    assertThat(browse.differences(plain("shop.Browse", "buy", 1_000, 60))).hasSize(1);
    assertThat(browse.differences(plain("shop.Browse", "browse", 2_000, 60)))
        .containsExactly("load: 1,000 users in 60 s and 2,000 users in 60 s");
    assertThat(browse.differences(plain("shop.Browse", "browse", 1_040, 63))).isEmpty();
    assertThat(plain("shop.Browse", "browse", 1_040, 63).id()).isEqualTo(browse.id());
  }

  private static Fingerprint plain(
      String simulation, String scenarios, long users, double seconds) {
    Fingerprint.Observed observed =
        new Fingerprint.Observed(
            simulation, scenarios, new ObservedLoad(users, seconds, 0.5, 0, 1));
    return Fingerprint.of(null, null, "3.15.1", observed);
  }

  private static void assertDiffers(Fingerprint other, String reason) {
    assertThat(other.id()).isNotEqualTo(FINGERPRINT.id());
    assertThat(FINGERPRINT.differences(other)).anySatisfy(d -> assertThat(d).startsWith(reason));
  }
}
