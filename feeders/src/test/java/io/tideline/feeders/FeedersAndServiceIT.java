package io.tideline.feeders;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.fixtures.StandIn;
import io.tideline.fixtures.StandInOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FeedersAndServiceIT {

  @Test
  void theFirstAndTheLastUserCanSignInAtTheUsualStandIn() throws Exception {
    UserRows users = FeederFolder.open(Path.of("data")).users();
    try (StandIn standIn =
        StandIn.start(StandInOptions.loggingTo(Path.of("target", "stand-in.log")))) {
      assertThat(signIn(standIn, users.user(0))).isEqualTo(201);
      assertThat(signIn(standIn, users.user(users.size() - 1))).isEqualTo(201);
    }
  }

  private static int signIn(StandIn standIn, UserRow user) throws Exception {
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(user.email(), user.password());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(standIn.baseUri() + "/api/sessions"))
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    return response.statusCode();
  }
}
