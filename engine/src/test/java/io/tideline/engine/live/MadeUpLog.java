package io.tideline.engine.live;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.simlog.LogBytes;
import io.tideline.engine.simlog.SimulationLogListener;
import io.tideline.engine.simlog.SimulationLogParser;
import io.tideline.engine.simlog.UnsupportedGatlingException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A log whose records are also kept in a list, to be counted by brute force. */
public final class MadeUpLog {
  final LogBytes log = LogBytes.withRun();
  final List<Request> requests = new ArrayList<>();
  final List<User> users = new ArrayList<>();

  record Request(String journey, String name, int start, int end, boolean ok) {
    boolean isWithin(Scope scope, Seconds seconds) {
      return (scope.journey() == null || scope.journey().equals(journey))
          && (scope.request() == null || scope.request().equals(name))
          && MadeUpLog.isWithin(end, seconds);
    }
  }

  record User(boolean start, int millis) {}

  MadeUpLog request(Request request) {
    requests.add(request);
    List<String> groups = request.journey().isEmpty() ? List.of() : List.of(request.journey());
    log.request(groups, request.name(), request.start(), request.end(), request.ok() ? "" : "no");
    return this;
  }

  MadeUpLog user(boolean start, int millis) {
    users.add(new User(start, millis));
    log.user(0, start, millis);
    return this;
  }

  /** Some thousand records, a little out of order. */
  static MadeUpLog random(long seed, int seconds) {
    SplittableRandom random = new SplittableRandom(seed);
    MadeUpLog made = new MadeUpLog();
    for (int millis = 0; millis < seconds * 1_000; millis += 1 + random.nextInt(20)) {
      int end = Math.max(0, millis - random.nextInt(200));
      int duration = (int) Math.min(end, Math.exp(4 + 1.5 * random.nextGaussian()));
      String journey = List.of("", "Browse timeline", "Create memory").get(random.nextInt(3));
      String name = List.of("Sign in", "Open", "Save").get(random.nextInt(3));
      made.request(new Request(journey, name, end - duration, end, random.nextInt(10) > 0));
      made.user(random.nextInt(5) > 1, end);
    }
    return made;
  }

  void tell(SimulationLogListener listener) throws UnsupportedGatlingException {
    byte[] bytes = log.bytes();
    new SimulationLogParser("made up", listener).parse(bytes, 0, bytes.length);
  }

  List<Request> within(Scope scope, Seconds seconds) {
    return requests.stream().filter(request -> request.isWithin(scope, seconds)).toList();
  }

  long users(boolean start, Seconds seconds) {
    return users.stream()
        .filter(user -> user.start() == start && isWithin(user.millis(), seconds))
        .count();
  }

  static double value(List<Request> requests, Metric metric) {
    int[] latencies =
        requests.stream().filter(Request::ok).mapToInt(r -> r.end() - r.start()).sorted().toArray();
    if (metric == Metric.ERRORS) {
      return 1 - (double) latencies.length / requests.size();
    }
    int rank = (int) Math.ceil(metric.quantile() * latencies.length - 1e-9);
    return latencies[Math.max(0, rank - 1)];
  }

  private static boolean isWithin(int millis, Seconds seconds) {
    return millis >= seconds.from() * 1_000 && millis < seconds.to() * 1_000;
  }
}
