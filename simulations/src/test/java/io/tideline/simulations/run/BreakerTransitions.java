package io.tideline.simulations.run;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Resilience;
import io.tideline.reports.stats.TransitionsFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Asks the target after a run how its circuit breakers changed, and keeps the answer in {@code
 * tideline/transitions.json}.
 */
final class BreakerTransitions {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  private BreakerTransitions() {}

  /** Asks where the plan says so; what does not work is said, and leaves no file. */
  static void fetch(Plan plan, Path tideline) {
    Resilience promised = plan.resilience();
    Resilience.Breaker breaker = promised == null ? null : promised.breaker();
    if (breaker == null || breaker.transitions() == null) {
      return;
    }
    String url = plan.target().baseUrl() + breaker.transitions();
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).GET().build(),
                  BodyHandlers.ofString());
      String problem =
          answer.statusCode() == OK
              ? TransitionsFile.problem(answer.body())
              : "status " + answer.statusCode();
      if (problem == null) {
        Files.writeString(tideline.resolve(TransitionsFile.FILE_NAME), answer.body());
      } else {
        System.err.println("Tideline: no transitions of breakers from " + url + ": " + problem);
      }
    } catch (IOException e) {
      System.err.println("Tideline: no transitions of breakers from " + url + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
