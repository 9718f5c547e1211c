package io.tideline.simulations.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Which version is under test: what the option {@code targetVersion} says, else what the target
 * answers at the path that the plan names for it, either JSON with a field {@code version} or a
 * short text. A target that does not tell is no reason not to test it.
 */
final class TargetVersion {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int LONGEST = 100;
  private static final int OK = 200;

  private TargetVersion() {}

  /** The version; null when nobody says. */
  static String of(Target target, Options options) {
    return options
        .value("targetVersion")
        .orElseGet(() -> target.version() == null ? null : asked(target));
  }

  private static String asked(Target target) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target.baseUrl() + target.version()))
            .timeout(TIMEOUT)
            .build();
    try {
      HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());
      return reply.statusCode() == OK ? in(reply.body().strip()) : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  static String in(String body) {
    String version = body;
    try {
      version = new ObjectMapper().readTree(body).path("version").asText(body);
    } catch (JsonProcessingException text) {
      // Not JSON: the text itself is the version.
    }
    return version.isEmpty() || version.length() > LONGEST ? null : version;
  }
}
