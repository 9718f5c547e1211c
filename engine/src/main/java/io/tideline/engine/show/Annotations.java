package io.tideline.engine.show;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.live.LiveState;
import io.tideline.engine.live.LiveSubject;
import io.tideline.engine.live.LoadState;
import io.tideline.engine.live.LoadState.Change;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a Grafana of each phase that begins and of each event of a run, pauses and faults among
 * them, as annotations tagged {@code tideline}, with the run and its scenario. Sent without
 * waiting; that it does not answer is said once. One thread at a time.
 */
public final class Annotations {
  private static final Logger LOGGER = LoggerFactory.getLogger(Annotations.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FIRST_FAILURE = 400;

  private final URI uri;
  private final String token;
  private final LiveSubject subject;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final AtomicBoolean away = new AtomicBoolean();
  private String phase = "";
  private int told;

  /**
   * @param url of the Grafana
   * @param token of a service account that may write annotations
   */
  public Annotations(String url, String token, LiveSubject subject, Clock clock) {
    this.uri = URI.create(url + "/api/annotations");
    this.token = token;
    this.subject = subject;
    this.clock = clock;
  }

  /** Tells what is new since the last call. */
  void tell(LiveState state) {
    LoadState load = state.load();
    if (load == null || load.elapsedSeconds() < 0) {
      return;
    }
    if (!load.phase().equals(phase)) {
      phase = load.phase();
      send("phase", "phase " + phase);
    }
    List<Change> changes = load.changes();
    for (Change change : changes.subList(Math.min(told, changes.size()), changes.size())) {
      send(change.kind(), change.kind() + ": " + change.reason());
    }
    told = changes.size();
  }

  private void send(String tag, String text) {
    ObjectNode body = JSON.createObjectNode().put("time", clock.millis()).put("text", text);
    body.putArray("tags").add("tideline").add(tag).add(subject.run()).add(subject.scenario());
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    http.sendAsync(request, BodyHandlers.ofString()).whenComplete(this::answered);
  }

  private void answered(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
    boolean taken = response != null && response.statusCode() < FIRST_FAILURE;
    if (!taken && away.compareAndSet(false, true)) {
      String why = response == null ? String.valueOf(failure) : "status " + response.statusCode();
      LOGGER.warn("Grafana at {} takes no annotations ({}); the run goes on", uri, why);
    }
  }
}
