package io.tideline.simulations.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.engine.ledger.Write;
import io.tideline.engine.ledger.WriteLookUp;
import io.tideline.engine.plan.Target;
import io.tideline.feeders.FeederFolder;
import io.tideline.feeders.UserRow;
import io.tideline.simulations.endpoints.Writes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks writes up as the user who wrote them: signs in again and asks for what has its key. */
final class TargetWrites implements WriteLookUp {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Target target;
  private final FeederFolder feeders;
  private final Map<String, String> environment;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<Long, String> tokens = new ConcurrentHashMap<>();

  TargetWrites(Target target, FeederFolder feeders, Map<String, String> environment) {
    this.target = target;
    this.feeders = feeders;
    this.environment = environment;
  }

  @Override
  public int copies(Write write) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(Writes.path(write.kind(), write.key()))
            .header("Authorization", "Bearer " + token(write.account()))
            .GET();
    int whole = 0;
    for (JsonNode item : answer(request, 200).path("items")) {
      whole += item.path("complete").asBoolean() ? 1 : 0;
    }
    return whole;
  }

  private String token(long account) throws IOException, InterruptedException {
    String known = tokens.get(account);
    if (known != null) {
      return known;
    }
    UserRow user = feeders.users().user(account);
    String shared = target.credentials().password();
    String password = shared == null ? user.password() : environment.get(shared);
    String body =
        JSON.createObjectNode().put("email", user.email()).put("password", password).toString();
    HttpRequest.Builder request =
        request("/api/sessions")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    String token = answer(request, 201).path("token").asText();
    tokens.put(account, token);
    return token;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target.baseUrl() + path)).timeout(LIMIT);
    target
        .credentials()
        .headers()
        .forEach((name, variable) -> request.header(name, environment.get(variable)));
    return request;
  }

  private JsonNode answer(HttpRequest.Builder request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != expected) {
      throw new IOException(
          answer.uri() + ": expected " + expected + ", got " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }
}
