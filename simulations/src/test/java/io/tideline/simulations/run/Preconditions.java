package io.tideline.simulations.run;

import io.tideline.engine.plan.Disk;
import io.tideline.engine.plan.OffPeak;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Problems;
import io.tideline.engine.plan.Target.Credentials;
import io.tideline.engine.resource.ResourceWatch;
import io.tideline.engine.schedule.LogSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** What must be so around a run before it starts, besides the plan itself. */
final class Preconditions {
  private Preconditions() {}

  static void check(Plan plan, Surroundings surroundings, Problems problems) {
    checkOffPeak(plan, surroundings, problems);
    checkCredentials(plan.target().credentials(), surroundings, problems);
    checkResults(surroundings.results(), problems);
    ResourceWatch.problems(plan.target().resources(), surroundings.environment()::get)
        .forEach(problems::add);
    checkHistory(surroundings, problems);
  }

  private static void checkHistory(Surroundings surroundings, Problems problems) {
    Options options = surroundings.options();
    String confirm = options.value("confirm").orElse("0");
    if (!confirm.matches("0|[2-9]")) {
      problems.add(
          "-Dconfirm="
              + confirm
              + ": give the number of fresh runs that may be made to confirm a regression, 2 to 9,"
              + " or 0 for none");
    }
    if (!confirm.equals("0") && options.value("history").isEmpty()) {
      problems.add(
          "-Dconfirm="
              + confirm
              + ": nothing is compared without -Dhistory=DIR; add it, or leave"
              + " confirm out");
    }
    options
        .value("history")
        .map(surroundings.root()::resolve)
        .filter(history -> Files.exists(history) && !Files.isDirectory(history))
        .ifPresent(history -> problems.add("-Dhistory=" + history + ": this is no folder"));
  }

  private static void checkOffPeak(Plan plan, Surroundings surroundings, Problems problems) {
    OffPeak window = plan.target().offPeak();
    ZonedDateTime now = ZonedDateTime.now(surroundings.clock());
    if (window == null) {
      return;
    }
    boolean fits = window.contains(now) && plan.duration().compareTo(window.openFor(now)) <= 0;
    if (!fits) {
      problems.add(
          String.format(
              "environment %s takes load from %s only; this run would begin at %tR and last %d min;"
                  + " start it within the window, or shorten it",
              plan.target().env(),
              window,
              now.withZoneSameInstant(window.zone()),
              plan.duration().toMinutes()));
    }
  }

  private static void checkCredentials(
      Credentials credentials, Surroundings surroundings, Problems problems) {
    List<String> variables = new ArrayList<>(credentials.headers().values());
    if (credentials.password() != null) {
      variables.add(credentials.password());
    }
    checkVariables(variables, surroundings, problems);
  }

  /** What the plan names must be set. */
  static void checkVariables(List<String> variables, Surroundings surroundings, Problems problems) {
    for (String variable : variables) {
      if (surroundings.environment().getOrDefault(variable, "").isEmpty()) {
        problems.add(
            "credentials: environment variable "
                + variable
                + " is not set; export it before the run");
      }
    }
  }

  /** A run whose records do not fit would lose its end, and with it the verdict. */
  static void checkDisk(LogSize size, Disk disk, Path results, Problems problems) {
    try {
      long free = Files.getFileStore(results).getUsableSpace();
      size.problem(free, disk.keepFree(), results.toString()).ifPresent(problems::add);
    } catch (IOException e) {
      problems.add(results + ": nobody knows how much room there is (" + e + ")");
    }
  }

  private static void checkResults(Path results, Problems problems) {
    try {
      Files.createDirectories(results);
      Files.delete(Files.createTempFile(results, "writable", null));
    } catch (IOException e) {
      problems.add(
          results
              + ": results cannot be written there ("
              + e
              + ");"
              + " name another folder with -Dgatling.resultsFolder=FOLDER");
    }
  }
}
