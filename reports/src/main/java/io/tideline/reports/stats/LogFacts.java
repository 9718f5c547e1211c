package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Gatling's log holds besides what was measured.
 *
 * @param unmatchedMessages messages of the server (WebSocket, SSE) that no check waited for, which
 *     are no requests
 * @param impossible records whose times cannot be true
 * @param clock how far the log and the run's other records are apart; null when there is nothing to
 *     compare
 */
public record LogFacts(long unmatchedMessages, Impossible impossible, @Nullable Clock clock) {
  /** Of a log of which nothing is to be said. */
  public static final LogFacts NONE = new LogFacts(0, Impossible.NONE, null);

  /**
   * Records whose times cannot be true, by kind. Requests and groups are not counted anywhere else;
   * users and errors are, at the latest time known.
   *
   * @param requests how many requests
   * @param failedRequests how many of these had failed
   * @param groups passes through groups
   * @param users starts and ends of users
   * @param errors requests that could not be built
   * @param first the first of them, and what is wrong with it; null when there is none
   */
  public record Impossible(
      long requests,
      long failedRequests,
      long groups,
      long users,
      long errors,
      @Nullable String first) {
    static final Impossible NONE = new Impossible(0, 0, 0, 0, 0, null);

    /** All of them. */
    public long count() {
      return requests + groups + users + errors;
    }

    private Impossible plus(Impossible other) {
      return new Impossible(
          requests + other.requests,
          failedRequests + other.failedRequests,
          groups + other.groups,
          users + other.users,
          errors + other.errors,
          first == null ? other.first : first);
    }
  }

  /**
   * The users' starts in Gatling's log beside those in Tideline's record of starts.
   *
   * @param starts how many were compared
   * @param apartSeconds how much later the log has them, where that is most: in one of up to 20
   *     parts of the run, the median of the part
   * @param outside another record whose times lie outside of the run, in a sentence; null when none
   *     does
   */
  public record Clock(long starts, double apartSeconds, @Nullable String outside) {}

  /** Those of several slices of one run together. */
  static LogFacts sum(List<LogFacts> slices) {
    long messages = 0;
    Impossible impossible = Impossible.NONE;
    Clock worst = null;
    for (LogFacts slice : slices) {
      messages += slice.unmatchedMessages;
      impossible = impossible.plus(slice.impossible);
      worst = worse(worst, slice.clock);
    }
    return new LogFacts(messages, impossible, worst);
  }

  private static @Nullable Clock worse(@Nullable Clock one, @Nullable Clock other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    boolean first = Math.abs(one.apartSeconds) >= Math.abs(other.apartSeconds);
    return new Clock(
        one.starts + other.starts,
        first ? one.apartSeconds : other.apartSeconds,
        one.outside == null ? other.outside : one.outside);
  }

  ObjectNode json() {
    ObjectNode json = JsonText.object().put("unmatchedMessages", unmatchedMessages);
    json.putObject("impossibleTimes")
        .put("requests", impossible.requests)
        .put("failedRequests", impossible.failedRequests)
        .put("groups", impossible.groups)
        .put("users", impossible.users)
        .put("errors", impossible.errors)
        .put("first", impossible.first);
    if (clock == null) {
      json.putNull("clock");
    } else {
      json.putObject("clock")
          .put("starts", clock.starts)
          .put("apartSeconds", JsonText.rounded(clock.apartSeconds))
          .put("outside", clock.outside);
    }
    return json;
  }

  /** Reads {@link #json}; a run that was written without it has none. */
  static LogFacts read(JsonNode json) {
    if (json.isMissingNode() || json.isNull()) {
      return NONE;
    }
    JsonNode times = json.required("impossibleTimes");
    JsonNode clock = json.required("clock");
    return new LogFacts(
        JsonFields.count(json, "unmatchedMessages"),
        new Impossible(
            JsonFields.count(times, "requests"),
            JsonFields.count(times, "failedRequests"),
            JsonFields.count(times, "groups"),
            JsonFields.count(times, "users"),
            JsonFields.count(times, "errors"),
            text(times.required("first"))),
        clock.isNull()
            ? null
            : new Clock(
                JsonFields.count(clock, "starts"),
                JsonFields.number(clock, "apartSeconds"),
                text(clock.required("outside"))));
  }

  private static @Nullable String text(JsonNode value) {
    return value.isNull() ? null : JsonFields.textOf(value, "a text");
  }
}
