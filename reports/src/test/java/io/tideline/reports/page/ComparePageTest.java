package io.tideline.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparePageTest {
  @TempDir Path folder;
  private PageRuns runs;

  @BeforeEach
  void makeRuns() {
    runs = new PageRuns(folder);
  }

  @Test
  void theDifferencesAreThoseOfTheRuns() throws Exception {
    Run a = runs.alone().run();
    Run b = runs.failing().run();

    List<Difference> differences = Difference.between(a, b);

    Difference all = differences.get(0);
    double p95A = a.pool(Scope.EVERYTHING).intendedLatencies().at(0.95);
    double p95B = b.pool(Scope.EVERYTHING).intendedLatencies().at(0.95);
    assertThat(all.scope()).isEqualTo(Scope.EVERYTHING);
    assertThat(all.latencies().get(1).a()).isEqualTo(p95A);
    assertThat(all.latencies().get(1).b()).isEqualTo(p95B);
    assertThat(all.latencies().get(1).ratio()).isCloseTo(p95B / p95A, within(1e-9));
    assertThat(all.errors().b()).isEqualTo(b.pool(Scope.EVERYTHING).errorShare());
    assertThat(differences.get(1).name()).isEqualTo("Browse timeline / Open timeline");
  }

  @Test
  void aRunBesideItselfDoesNotDiffer() throws Exception {
    Run run = runs.failing().run();

    assertThat(Difference.between(run, run))
        .flatExtracting(Difference::latencies)
        .extracting(Difference.Pair::ratio)
        .allMatch(ratio -> ratio == null || ratio.equals(1.0));
    assertThat(ComparePage.of(run, run))
        .contains("The runs may be compared")
        .doesNotContain("large\"");
  }

  @Test
  void whatMakesRunsIncomparableStandsAtTheTop() throws Exception {
    Run a = runs.alone().run();
    Run b = runs.search().run();

    String page = ComparePage.of(a, b);

    assertThat(page.indexOf("These runs are not alike"))
        .isPositive()
        .isLessThan(page.indexOf("<section id=\"differences\""));
    a.fingerprint()
        .differences(b.fingerprint())
        .forEach(difference -> assertThat(page).contains("<li>" + difference + "</li>"));
  }

  @Test
  void itGivesNoVerdictAndTheSameRunsGiveTheSameBytes() throws Exception {
    Run a = runs.alone().run();
    Run b = runs.failing().run();

    assertThat(ComparePage.of(a, b))
        .isEqualTo(ComparePage.of(a, b))
        .doesNotContain("class=\"word\"", ">PASS<", ">FAIL<");
  }

  @Test
  void hostileNamesCannotLeaveTheirPlaceEither() throws Exception {
    String attack = "</script><script>alert(1)</script>";
    Run hostile = runs.hostile(attack).run();

    String page = ComparePage.of(hostile, runs.alone().run());

    assertThat(page.split("<script", -1)).hasSize(4);
    assertThat(page).contains("&lt;script&gt;alert(1)");
  }
}
