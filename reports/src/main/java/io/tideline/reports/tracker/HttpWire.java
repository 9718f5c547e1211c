package io.tideline.reports.tracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tideline.reports.stats.TidelineVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Sends calls over HTTP, one after the other: a pause between writes, a wait where the tracker asks
 * for one, and another try where nothing can have been changed. A redirect is not followed, so that
 * the token goes nowhere else; no message shows it.
 */
public final class HttpWire implements Wire {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int TRIES = 3;
  private static final int SERVER_FAULT = 500;

  private final String base;
  private final Tracker tracker;
  private final Pace pace;
  private final HttpClient client;
  private boolean wrote;

  /** A wire to {@code tracker} at {@code base}, a URL without a slash at its end. */
  public HttpWire(String base, Tracker tracker, Pace pace) {
    this.base = base;
    this.tracker = tracker;
    this.pace = pace;
    this.client = HttpClient.newBuilder().connectTimeout(pace.timeout()).build();
  }

  @Override
  public JsonNode send(Call call) throws TrackerException {
    if (!call.onlyReads()) {
      if (wrote) {
        sleep(pace.pause());
      }
      wrote = true;
    }
    HttpResponse<String> response = exchange(call);
    for (int tries = 1; tries < TRIES && !isFine(response); tries++) {
      Refusal refusal = new Refusal(tracker, response);
      Duration wait = refusal.wait(pace.clock().instant());
      if (wait.isZero() && response.statusCode() >= SERVER_FAULT && call.onlyReads()) {
        wait = Duration.ofSeconds(tries);
      }
      if (wait.isZero()) {
        break;
      }
      if (wait.compareTo(pace.patience()) > 0) {
        throw refusal.tooLong(wait);
      }
      sleep(wait);
      response = exchange(call);
    }
    if (!isFine(response)) {
      throw new Refusal(tracker, response).exception(call);
    }
    return json(response.body());
  }

  private static boolean isFine(HttpResponse<String> response) {
    return response.statusCode() / 100 == 2;
  }

  private HttpResponse<String> exchange(Call call) throws TrackerException {
    BodyPublisher body =
        call.body() == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(call.body().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + call.path()))
            .timeout(pace.timeout())
            .header("User-Agent", "Tideline/" + TidelineVersion.CURRENT)
            .method(call.method(), body);
    if (call.body() != null) {
      request.header("Content-Type", "application/json");
    }
    tracker.headers().forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (HttpTimeoutException e) {
      throw new TrackerException(
          tracker.name()
              + " at "
              + base
              + " did not answer within "
              + pace.timeout().toSeconds()
              + " s: try again later",
          e);
    } catch (IOException e) {
      throw new TrackerException(
          tracker.name()
              + " at "
              + base
              + " cannot be reached ("
              + e.getClass().getSimpleName()
              + "): check --url and the network",
          e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void sleep(Duration duration) throws TrackerException {
    try {
      pace.sleeper().sleep(duration);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private TrackerException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new TrackerException("interrupted while posting to " + tracker.name(), e);
  }

  private JsonNode json(String body) throws TrackerException {
    if (body.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new TrackerException(
          tracker.name() + " at " + base + " does not answer in JSON: check --url", e);
    }
  }
}
