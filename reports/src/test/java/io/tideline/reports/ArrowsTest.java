package io.tideline.reports;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of docs/ARCHITECTURE.md inside the reports. */
class ArrowsTest {
  private static final String REPORTS = "io.tideline.reports";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(REPORTS);

  @Test
  void arrowsRunFromTheCommandLineToTheStatistics() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cli")
        .definedBy(REPORTS + ".cli..")
        .layer("preview")
        .definedBy(REPORTS + ".preview..")
        .layer("dump")
        .definedBy(REPORTS + ".dump..")
        .layer("export")
        .definedBy(REPORTS + ".export..")
        .layer("report")
        .definedBy(REPORTS + ".report..")
        .layer("tracker")
        .definedBy(REPORTS + ".tracker..")
        .layer("ticket")
        .definedBy(REPORTS + ".ticket..")
        .layer("page")
        .definedBy(REPORTS + ".page..")
        .layer("html")
        .definedBy(REPORTS + ".html..")
        .layer("gate")
        .definedBy(REPORTS + ".gate..")
        .layer("history")
        .definedBy(REPORTS + ".history..")
        .layer("soak")
        .definedBy(REPORTS + ".soak..")
        .layer("drift")
        .definedBy(REPORTS + ".drift..")
        .layer("bottleneck")
        .definedBy(REPORTS + ".bottleneck..")
        .layer("caching")
        .definedBy(REPORTS + ".caching..")
        .layer("scaling")
        .definedBy(REPORTS + ".scaling..")
        .layer("band")
        .definedBy(REPORTS + ".band..")
        .layer("stats")
        .definedBy(REPORTS + ".stats..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("export")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("dump")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("preview")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("cli", "preview")
        .whereLayer("history")
        .mayOnlyBeAccessedByLayers("cli", "report")
        .whereLayer("ticket")
        .mayOnlyBeAccessedByLayers("cli", "report", "tracker")
        .whereLayer("tracker")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("page")
        .mayOnlyBeAccessedByLayers("cli", "report")
        .whereLayer("html")
        .mayOnlyBeAccessedByLayers("page", "preview")
        .whereLayer("gate")
        .mayOnlyBeAccessedByLayers("cli", "report", "page", "ticket")
        .whereLayer("soak")
        .mayOnlyBeAccessedByLayers("cli", "report", "page", "ticket", "gate")
        .whereLayer("bottleneck")
        .mayOnlyBeAccessedByLayers("report", "page", "ticket")
        .whereLayer("caching")
        .mayOnlyBeAccessedByLayers("report", "page", "ticket", "gate")
        .whereLayer("scaling")
        .mayOnlyBeAccessedByLayers("report", "page", "ticket", "gate")
        .whereLayer("drift")
        .mayOnlyBeAccessedByLayers("cli", "report", "page", "ticket", "gate", "soak")
        .whereLayer("band")
        .mayOnlyBeAccessedByLayers("cli", "report", "page", "ticket", "history", "gate")
        .check(CLASSES);
  }

  @Test
  void aPreviewKnowsNoRunAndOfTheReportsOnlyHowTextIsLaidOut() {
    noClasses()
        .that(resideInAPackage(REPORTS + ".preview.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(REPORTS + "..")
                .and(not(resideInAPackage(REPORTS + ".preview..")))
                .and(not(resideInAPackage(REPORTS + ".html..")))
                .and(not(nameMatching(".*\\.report\\.(Colours|TextTable)(\\$.*)?"))))
        .check(CLASSES);
  }

  @Test
  void aDumpKnowsTheLogAlone() {
    noClasses()
        .that(resideInAPackage(REPORTS + ".dump.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.tideline..")
                .and(not(resideInAPackage(REPORTS + ".dump..")))
                .and(not(resideInAPackage("io.tideline.engine.simlog.."))))
        .check(CLASSES);
  }

  @Test
  void theStatisticsOfDriftKnowNothingOfRuns() {
    noClasses()
        .that(resideInAPackage(REPORTS + ".drift.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.tideline..").and(not(resideInAPackage(REPORTS + ".drift.."))))
        .check(CLASSES);
  }

  @Test
  void theStatisticsOfBandsKnowNothingOfRuns() {
    noClasses()
        .that(resideInAPackage(REPORTS + ".band.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.tideline..").and(not(resideInAPackage(REPORTS + ".band.."))))
        .check(CLASSES);
  }

  @Test
  void anExportKnowsTheRunAlone() {
    noClasses()
        .that(resideInAPackage(REPORTS + ".export.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(REPORTS + "..")
                .and(not(resideInAPackage(REPORTS + ".export..")))
                .and(not(resideInAPackage(REPORTS + ".stats.."))))
        .check(CLASSES);
  }

  @Test
  void nothingTouchesGatlingScalaOrNetty() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.gatling..")
                .or(resideInAPackage("scala.."))
                .or(resideInAPackage("io.netty..")))
        .check(CLASSES);
  }

  @Test
  void ofTheEngineOnlyPlanScheduleRecordsAndWhatShowsThemAreUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.tideline.engine..")
                .and(
                    not(
                        resideInAPackage("io.tideline.engine.plan..")
                            .or(resideInAPackage("io.tideline.engine.control.."))
                            .or(resideInAPackage("io.tideline.engine.live.."))
                            .or(resideInAPackage("io.tideline.engine.show.."))
                            .or(resideInAPackage("io.tideline.engine.health.."))
                            .or(resideInAPackage("io.tideline.engine.origin.."))
                            .or(resideInAPackage("io.tideline.engine.pilot.."))
                            .or(resideInAPackage("io.tideline.engine.reply.."))
                            .or(resideInAPackage("io.tideline.engine.proxy.."))
                            .or(resideInAPackage("io.tideline.engine.resource.."))
                            .or(resideInAPackage("io.tideline.engine.search.."))
                            .or(resideInAPackage("io.tideline.engine.schedule.."))
                            .or(resideInAPackage("io.tideline.engine.simlog..")))))
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineShowsARunWhileItGoesOnOrMakesTrouble() {
    noClasses()
        .that(not(resideInAPackage(REPORTS + ".cli..")))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.tideline.engine.live..")
                .or(resideInAPackage("io.tideline.engine.show.."))
                .or(resideInAPackage("io.tideline.engine.proxy..")))
        .check(CLASSES);
  }
}
