package io.tideline.simulations;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The arrows of docs/ARCHITECTURE.md between the modules, and inside the simulations. */
class ArrowsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPackages("io.tideline.fixtures", "io.tideline.feeders", "io.tideline.simulations");

  private static void assertNoArrow(String from, String... to) {
    noClasses()
        .that(resideInAnyPackage(from))
        .should()
        .dependOnClassesThat(resideInAnyPackage(to))
        .check(CLASSES);
  }

  @Test
  void fixturesKnowNoOtherModule() {
    assertNoArrow(
        "io.tideline.fixtures..",
        "io.tideline.feeders..",
        "io.tideline.engine..",
        "io.tideline.reports..",
        "io.tideline.simulations..",
        "io.gatling..");
  }

  @Test
  void feedersKnowTheFixturesAlone() {
    assertNoArrow(
        "io.tideline.feeders..",
        "io.tideline.engine..",
        "io.tideline.reports..",
        "io.tideline.simulations..",
        "io.gatling..");
  }

  @Test
  void endpointsKnowNoJourneyAndJourneysNothingOfHowARunIsStarted() {
    assertNoArrow(
        "io.tideline.simulations.endpoints..",
        "io.tideline.simulations.journeys..",
        "io.tideline.simulations.run..");
    assertNoArrow("io.tideline.simulations.journeys..", "io.tideline.simulations.run..");
  }

  @Test
  void simulationsUseGatlingThroughItsJavaApiAlone() {
    assertNoArrow(
        "io.tideline.simulations..", "io.gatling.core..", "io.gatling.http.client..", "scala..");
  }
}
