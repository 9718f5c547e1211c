package io.tideline.simulations.run;

import io.tideline.engine.plan.OffPeak;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Problems;
import io.tideline.engine.plan.Target.Credentials;
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
