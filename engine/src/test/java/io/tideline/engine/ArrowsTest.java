package io.tideline.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows of docs/ARCHITECTURE.md inside the engine. */
class ArrowsTest {
  private static final String ENGINE = "io.tideline.engine";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ENGINE);

  @ParameterizedTest
  @ValueSource(strings = {"plan", "profile", "search", "simlog", "control", "lines", "ledger"})
  void theseKnowNoneOfTheOthers(String name) {
    String own = ENGINE + "." + name + "..";
    noClasses()
        .that(resideInAPackage(own))
        .should()
        .dependOnClassesThat(resideInAPackage(ENGINE + "..").and(not(resideInAPackage(own))))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "reply"})
  void theseKnowHowLinesAreWrittenOnly(String name) {
    String own = ENGINE + "." + name + "..";
    noClasses()
        .that(resideInAPackage(own))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ENGINE + "..").and(not(resideInAnyPackage(ENGINE + ".lines..", own))))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile", "search"})
  void profileAndSearchNeedTheJdkOnly(String name) {
    String own = ENGINE + "." + name + "..";
    noClasses()
        .that(resideInAPackage(own))
        .should()
        .dependOnClassesThat(not(resideInAnyPackage("java..", "org.jspecify..", own)))
        .check(CLASSES);
  }

  @Test
  void liveNeedsThePlanTheRecordsOfARunAndHistogramsOnly() {
    noClasses()
        .that(resideInAPackage(ENGINE + ".live.."))
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.HdrHistogram..",
                    ENGINE + ".plan..",
                    ENGINE + ".schedule..",
                    ENGINE + ".simlog..",
                    ENGINE + ".live..")))
        .check(CLASSES);
  }

  @Test
  void ofTheEngineTheResourcesKnowThePlanAndHowLinesAreWrittenOnly() {
    noClasses()
        .that(resideInAPackage(ENGINE + ".resource.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ENGINE + "..")
                .and(
                    not(
                        resideInAnyPackage(
                            ENGINE + ".plan..", ENGINE + ".lines..", ENGINE + ".resource.."))))
        .check(CLASSES);
  }

  @Test
  void processesAreLookedAtInOnePlaceAlone() {
    noClasses()
        .that(not(simpleName("SeenProcess")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("oshi..", "com.sun.jna.."))
        .check(CLASSES);
  }

  @Test
  void ofTheEngineAProxyKnowsThePlanOnly() {
    noClasses()
        .that(resideInAPackage(ENGINE + ".proxy.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ENGINE + "..")
                .and(not(resideInAnyPackage(ENGINE + ".plan..", ENGINE + ".proxy.."))))
        .check(CLASSES);
  }

  @Test
  void faultsKnowNothingOfHowARunIsInjected() {
    noClasses()
        .that(resideInAPackage(ENGINE + ".fault.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                ENGINE + ".injection..", ENGINE + ".show..", ENGINE + ".pilot..", "io.netty.."))
        .check(CLASSES);
  }

  @Test
  void metricsKnowNoInjectionAndNoServer() {
    noClasses()
        .that(resideInAPackage(ENGINE + ".metrics.."))
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "io.micrometer..",
                    "io.prometheus..",
                    ENGINE + ".plan..",
                    ENGINE + ".simlog..",
                    ENGINE + ".health..",
                    ENGINE + ".live..",
                    ENGINE + ".metrics..")))
        .check(CLASSES);
  }

  @Test
  void whatIsShownOfARunKnowsNothingOfHowItIsInjected() {
    noClasses()
        .that(resideInAPackage(ENGINE + ".show.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                ENGINE + ".injection..", ENGINE + ".schedule..", ENGINE + ".pilot.."))
        .check(CLASSES);
  }

  @Test
  void metersAreMadeInMetricsAlone() {
    noClasses()
        .that(not(resideInAnyPackage(ENGINE + ".metrics..", ENGINE + ".injection..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.micrometer..", "io.prometheus.."))
        .check(CLASSES);
  }

  @Test
  void gatlingsInternalsAreUsedInInjectionAlone() {
    noClasses()
        .that(not(resideInAPackage(ENGINE + ".injection..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.gatling..", "scala.."))
        .check(CLASSES);
  }

  @Test
  void nettyIsUsedWhereUsersAreStartedInProxiesAndWhereARunIsSteeredAndShown() {
    noClasses()
        .that(
            not(
                resideInAnyPackage(
                    ENGINE + ".injection..",
                    ENGINE + ".control..",
                    ENGINE + ".show..",
                    ENGINE + ".proxy..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.netty.."))
        .check(CLASSES);
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
