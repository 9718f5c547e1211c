package io.tideline.reports.ticket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the message of a failure says about where to look. A message names a symptom, so that all of
 * this is suspicion. The first sort whose pattern is found in the message counts.
 */
enum FailureSort {
  RATE_LIMIT(
      "found 429",
      "answers of 429 mean that a rate limit turned users away",
      "Look for the limit that answered 429 (gateway, proxy, service), and whether the load passed"
          + " it on purpose"),
  OVERLOAD(
      "found 50[234]",
      "answers of 502, 503 and 504 come from a proxy or a service that has no free instance, or"
          + " that sheds load",
      "See whether an instance restarted or failed its health check at that time, and how many"
          + " connections and workers the proxy may have"),
  SERVER(
      "found 5\\d\\d",
      "answers of 500 mean that the service itself ran into a fault",
      "Look for the stack trace in the service's log at the first failure's time"),
  SIGN_IN(
      "found 40[13]",
      "answers of 401 and 403 mean that sessions or credentials were not accepted",
      "Try one account by hand; see whether sessions expire, or are lost when an instance"
          + " restarts"),
  MISSING(
      "found 404",
      "answers of 404 mean that something the journeys expect is not there",
      "See whether the test data is there, and whether a path has changed"),
  CLIENT(
      "found 4\\d\\d",
      "answers of 4xx mean that the service refused what the journeys send",
      "Compare what the journeys send with the service's present interface"),
  TIMEOUT(
      "(?i)timed? ?out",
      "timeouts mean that answers took longer than the client waits, or that no connection came"
          + " about in time",
      "See what the service waited for: pools that were used up, locks, a slow dependency"),
  CONNECTION(
      "(?i)refused|reset|premature|closed|broken pipe|unreachable|unresolved|unknownhost",
      "connections that were refused or cut mean that a process was down or restarting, or that a"
          + " limit on connections was reached",
      "See whether a process restarted at that time, and compare the connections in use with the"
          + " limits of service, proxy and operating system"),
  CONTENT(
      "(?i)but actually found|regex|jsonpath|jmespath|css|xpath|substring|nothing",
      "the answers came, but without what the checks look for",
      "Look at one such answer: an error page with status 200, or an interface that changed"),
  OTHER(
      "",
      "the message is of no sort that is known here",
      "Look for the message in the logs of service and proxy at the first failure's time");

  private static final Pattern STATUS = Pattern.compile("^status\\..*but actually found \\d+");

  private final Pattern pattern;
  private final String suspicion;
  private final String fix;

  FailureSort(String pattern, String suspicion, String fix) {
    this.pattern = Pattern.compile(pattern);
    this.suspicion = suspicion;
    this.fix = fix;
  }

  /**
   * The sort of {@code message}. A number that is found counts as a status only in a status check.
   */
  static FailureSort of(String message) {
    Matcher status = STATUS.matcher(message);
    boolean isStatus = status.find();
    for (FailureSort sort : values()) {
      boolean aboutStatus = sort.compareTo(TIMEOUT) < 0;
      if (aboutStatus == isStatus && sort.pattern.matcher(message).find()) {
        return sort;
      }
    }
    return OTHER;
  }

  /** What it suggests, to be read as a suspicion. */
  String suspicion() {
    return suspicion;
  }

  /** What to try. */
  String fix() {
    return fix;
  }
}
