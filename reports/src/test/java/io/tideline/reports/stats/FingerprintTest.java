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
    return Fingerprint.of(plan, new Origin(machine, new Subject(data, version)), "3.15.1");
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
  void anotherLoadOtherDataAnotherMachineAndAnotherJvmDo() {
    Machine larger = new Machine("one", "Linux amd64", "A processor", 4, 8L << 30, "JVM 17");
    Machine newer = new Machine("one", "Linux amd64", "A processor", 2, 8L << 30, "JVM 21");
    assertDiffers(of(plan(21, List.of()), MACHINE, "data", "1.0"), "plan: ");
    assertDiffers(of(PLAN, MACHINE, "more", "1.0"), "data: data and more");
    assertDiffers(of(PLAN, larger, "data", "1.0"), "generator: ");
    assertDiffers(of(PLAN, newer, "data", "1.0"), "java: JVM 17 and JVM 21");
    assertDiffers(Fingerprint.of(PLAN, null, "3.15.1"), "data: data and unknown");
  }

  private static void assertDiffers(Fingerprint other, String reason) {
    assertThat(other.id()).isNotEqualTo(FINGERPRINT.id());
    assertThat(FINGERPRINT.differences(other)).anySatisfy(d -> assertThat(d).startsWith(reason));
  }
}
