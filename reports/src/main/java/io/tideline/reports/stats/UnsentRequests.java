package io.tideline.reports.stats;

import io.tideline.engine.simlog.MessagePattern;
import io.tideline.reports.stats.ErrorTable.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests that could not be built, say because an expression in them found nothing in the session.
 * Gatling logs them as errors, {@code "request name: reason "}, without a group. They were wanted
 * and did not happen, so they count as failures of the request that they name, in the one journey
 * that has such a request; where none or several have it, in no journey. Which those are is known
 * once the other records have been seen, so the errors wait until then.
 */
final class UnsentRequests {
  private static final int MOST_WAITING = 1_000;
  private static final String SEPARATOR = ": ";

  private final RequestTable requests;
  private final ErrorTable errors;
  private final Map<Waiting, Tally> waiting = new LinkedHashMap<>();

  UnsentRequests(RequestTable requests, ErrorTable errors) {
    this.requests = requests;
    this.errors = errors;
  }

  /** A request by what stands before the first colon, and what the whole message is like. */
  private record Waiting(String begin, String pattern, int phase) {}

  void add(String message, int phase, long millis) {
    if (waiting.size() >= MOST_WAITING) {
      settle();
    }
    String kept = MessagePattern.shortened(message);
    Waiting key = new Waiting(upToColon(kept), MessagePattern.of(kept), phase);
    waiting.computeIfAbsent(key, each -> new Tally()).add(kept, millis);
  }

  /** Counts all that waits. */
  void settle() {
    waiting.forEach(this::settle);
    waiting.clear();
  }

  private void settle(Waiting error, Tally tally) {
    String message = tally.example();
    String name = requestIn(message);
    List<RequestKey> namesakes =
        requests.keys().stream()
            .filter(key -> key.name().equals(name) && !key.journey().isEmpty())
            .toList();
    RequestKey key = namesakes.size() == 1 ? namesakes.get(0) : new RequestKey("", name);
    requests.of(key, error.phase()).unsent(tally.count());
    errors.add(reasonIn(message, name), key, error.phase(), tally);
  }

  /** The longest known request name that the message begins with, or all up to the first colon. */
  private String requestIn(String message) {
    return requests.keys().stream()
        .map(RequestKey::name)
        .filter(name -> message.startsWith(name + SEPARATOR))
        .reduce(
            upToColon(message),
            (longest, name) -> name.length() > longest.length() ? name : longest);
  }

  private static String upToColon(String message) {
    int colon = message.indexOf(SEPARATOR);
    return colon < 0 ? "" : message.substring(0, colon);
  }

  private static String reasonIn(String message, String name) {
    boolean named = message.startsWith(name + SEPARATOR);
    return (named ? message.substring(name.length() + SEPARATOR.length()) : message).strip();
  }
}
