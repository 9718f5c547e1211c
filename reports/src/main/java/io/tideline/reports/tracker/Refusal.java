package io.tideline.reports.tracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** An answer that is no yes: whether to wait and try again, and what to tell the user. */
record Refusal(Tracker tracker, HttpResponse<String> response) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int MOST_SAID = 200;
  private static final Duration SECONDARY = Duration.ofMinutes(1);

  /**
   * How long the tracker asks to wait; zero when it does not. {@code Retry-After} counts first, in
   * seconds or as a date; then the end of a rate limit that is used up; GitHub's limit on many
   * writes comes without either, and a minute is what it asks for.
   */
  Duration wait(Instant now) {
    int status = response.statusCode();
    if (status != FORBIDDEN && status != TOO_MANY && status != UNAVAILABLE) {
      return Duration.ZERO;
    }
    Optional<Duration> asked = header("Retry-After").flatMap(text -> after(text, now));
    if (asked.isPresent()) {
      return atLeastASecond(asked.get());
    }
    boolean usedUp = header("X-RateLimit-Remaining").filter("0"::equals).isPresent();
    if (usedUp) {
      return header("X-RateLimit-Reset")
          .filter(text -> text.matches("\\d{1,12}"))
          .map(text -> Duration.between(now, Instant.ofEpochSecond(Long.parseLong(text))))
          .map(Refusal::atLeastASecond)
          .orElse(SECONDARY);
    }
    boolean secondary = response.body().contains("secondary rate limit");
    return secondary || status == TOO_MANY ? SECONDARY : Duration.ZERO;
  }

  private Optional<String> header(String name) {
    return response.headers().firstValue(name).map(String::strip);
  }

  private static Optional<Duration> after(String text, Instant now) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, then));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration atLeastASecond(Duration wait) {
    Duration least = Duration.ofSeconds(1);
    return wait.compareTo(least) < 0 ? least : wait;
  }

  /** Said when the wait is longer than a job should hang. */
  TrackerException tooLong(Duration wait) {
    return new TrackerException(
        tracker.name()
            + " asks to wait "
            + wait.toSeconds()
            + " s (rate limit): run this again after that; what was posted is not posted twice");
  }

  /** What to tell the user of a call that was refused. */
  TrackerException exception(Call call) {
    int status = response.statusCode();
    String advice = tracker.advice(status);
    String said = said();
    return new TrackerException(
        tracker.name()
            + " refuses "
            + call.method()
            + " "
            + call.path().replaceFirst("\\?.*", "")
            + " with "
            + status
            + (said.isEmpty() ? "" : " (" + said + ")")
            + (status / 100 == 3 ? ": it lies elsewhere, check --url" : "")
            + (status >= 500 ? ": try again later" : "")
            + (advice.isEmpty() ? "" : ": " + advice));
  }

  /** The tracker's own words, on one line and without any secret. */
  private String said() {
    String said = message();
    for (String secret : tracker.secrets()) {
      said = secret.isEmpty() ? said : said.replace(secret, "***");
    }
    said = said.replaceAll("\\p{Cntrl}+", " ").strip();
    return said.length() <= MOST_SAID ? said : said.substring(0, MOST_SAID - 1) + "…";
  }

  private String message() {
    try {
      JsonNode json = MAPPER.readTree(response.body());
      String message = json.path("message").asText("");
      String errors = json.path("errorMessages").path(0).asText("");
      String fields = json.path("errors").isObject() ? json.path("errors").toString() : "";
      return message.isEmpty() ? errors.isEmpty() ? fields : errors : message;
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
