package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Validity;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.RunSeries;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which requests are said to carry a rise. The journeys are Browse timeline (Sign in, Open
 * timeline, Open memory), three times as often as Create memory (Sign in, Save memory).
 */
class CarriersTest {
  private static final TargetModel USUAL =
      (request, second, random) -> {
        double base = request.equals("Open timeline") ? 80 : request.equals("Sign in") ? 10 : 30;
        return (int) Math.round(base * Math.exp(0.4 * random.nextGaussian()));
      };

  @TempDir static Path folder;
  private static RunSeries nights;
  private static List<Run> accepted;
  private static BandSettings calibrated;

  /** What becomes of a usual time. */
  @FunctionalInterface
  private interface Change {
    double of(String request, int millis, boolean rare);
  }

  @BeforeAll
  static void makeAcceptedRuns() {
    nights = new RunSeries(folder);
    accepted = nights.next(8, USUAL);
    calibrated = BandSettings.STANDARD.calibrated(RegressionChecks.calibrate(accepted));
  }

  /** The sentence on a metric of all requests after a change. */
  private static String said(String metric, Change change) {
    Run run =
        nights.next(
            (request, second, random) -> {
              int usual = USUAL.answer(request, second, random);
              return (int) Math.round(change.of(request, usual, random.nextInt(12) == 0));
            });
    Verdict verdict =
        Gate.judge(run, List.of(), Validity.STANDARD, Earlier.of(accepted, calibrated));
    return verdict.checks().stream()
        .filter(check -> check.id().equals("regression/*/*/" + metric))
        .map(Check::sentence)
        .findFirst()
        .orElseThrow();
  }

  private static double only(String which, String request, int millis, double factor) {
    return request.equals(which) ? factor * millis : millis;
  }

  @Test
  void allByOneFactorIsEven() {
    for (double factor : new double[] {1.15, 1.4, 3}) {
      for (String metric : List.of("mean", "p95", "p50")) {
        assertThat(said(metric, (request, millis, rare) -> factor * millis))
            .as(metric + " times " + factor)
            .contains("; evenly: all requests are slower by a similar factor (")
            .doesNotContain("carried");
      }
    }
  }

  @Test
  void allByTheSameTimeIsLikeTheTrafficAndCarriedByNobody() {
    assertThat(said("mean", (request, millis, rare) -> millis + 30))
        .contains("; evenly: each request's part of it is like its part of all requests")
        .doesNotContain("carried");
  }

  @Test
  void oneRequestAloneCarriesWhateverItsShare() {
    assertThat(said("mean", (request, millis, rare) -> only("Open timeline", request, millis, 1.3)))
        .as("most of the time is its own")
        .contains("; carried by Browse timeline / Open timeline (");
    assertThat(said("mean", (request, millis, rare) -> only("Save memory", request, millis, 4)))
        .as("a tenth of the requests")
        .contains("; carried by Create memory / Save memory (");
    assertThat(said("p95", (request, millis, rare) -> only("Open memory", request, millis, 6)))
        .contains("; carried by Browse timeline / Open memory (");
  }

  @Test
  void twoRequestsCarryAndTheOthersAreNotNamed() {
    assertThat(
            said(
                "mean",
                (request, millis, rare) ->
                    request.equals("Save memory") || request.equals("Open memory")
                        ? 3 * millis
                        : millis))
        .contains("; carried by ", "Open memory (", "Save memory (")
        .doesNotContain("Sign in", "Open timeline");
  }

  @Test
  void stallsThatStrikeAllAreCarriedByNobody() {
    assertThat(said("mean", (request, millis, rare) -> rare ? millis + 600 : millis))
        .doesNotContain("carried", "similar factor");
  }

  @Test
  void failuresOfAllAreCarriedByNobodyAndThoseOfOneByIt() {
    assertThat(said("errors", (request, millis, rare) -> rare ? -millis : millis))
        .contains("beyond the band")
        .doesNotContain("carried", "similar factor");
    assertThat(
            said(
                "errors",
                (request, millis, rare) ->
                    rare && request.equals("Save memory") ? -millis : millis))
        .contains("; carried by Create memory / Save memory (100 %)");
  }

  @Test
  void aRequestThatGotSlowerWhileOthersGotFasterCarries() {
    assertThat(
            said(
                "mean",
                (request, millis, rare) ->
                    request.equals("Open timeline") ? 1.6 * millis : 0.8 * millis))
        .contains("; carried by Browse timeline / Open timeline (100 %)");
  }
}
