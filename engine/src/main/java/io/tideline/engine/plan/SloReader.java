package io.tideline.engine.plan;

import io.tideline.engine.plan.Slo.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the SLOs of a scenario: blocks with a scope (any of {@code journey}, {@code request},
 * {@code phase}) and a limit for one metric or several, such as {@code { request = "Search", p95 =
 * 300 ms, errors = 1 % }}. With {@code abort = 30 s} the run is stopped when the limit has been
 * broken for so long.
 */
final class SloReader {
  private static final String ABORT = "abort";

  private final Catalogue catalogue;
  private final Mix mix;
  private final List<Phase> phases;

  SloReader(Catalogue catalogue, Mix mix, List<Phase> phases) {
    this.catalogue = catalogue;
    this.mix = mix;
    this.phases = phases;
  }

  List<Slo> read(Node scenario) {
    List<Slo> slos = new ArrayList<>();
    for (Node node : scenario.children("slos")) {
      slos.addAll(block(node, scope(node)));
    }
    if (slos.isEmpty()) {
      scenario.problem("slos", "a scenario needs at least one SLO, such as { errors = 1 % }");
    }
    slos.stream()
        .filter(slo -> slos.stream().noneMatch(other -> boundsErrorsOf(other, slo.scope())))
        .findFirst()
        .ifPresent(
            slo ->
                scenario.problem(
                    "slos",
                    "nothing limits the errors of \""
                        + slo.scope()
                        + "\", and latencies are those of successful requests; add for example"
                        + " { errors = 1 % }"));
    return slos;
  }

  /** Reads one block when nothing says which journeys, requests and phases there are. */
  static List<Slo> readFreely(Node node) {
    return block(
        node,
        new Scope(
            node.readOrNull("journey", Values.TEXT),
            node.readOrNull("request", Values.TEXT),
            node.readOrNull("phase", Values.TEXT)));
  }

  /** Reads a block on a part of the run that is no phase; {@code own} is a key of the caller's. */
  List<Slo> readInWindow(Node node, Set<String> own) {
    Set<String> keys = keys();
    keys.removeAll(Set.of("phase", ABORT));
    keys.addAll(own);
    node.allow(keys);
    String journey = named(node, "journey", mix.journeys());
    return limited(node, new Scope(journey, request(node, journey), null));
  }

  private static List<Slo> block(Node node, Scope scope) {
    node.allow(keys());
    return limited(node, scope);
  }

  private static List<Slo> limited(Node node, Scope scope) {
    List<Slo> slos = limits(node, scope);
    boolean named = Stream.of(Metric.values()).anyMatch(metric -> node.has(metric.key()));
    if (slos.isEmpty() && !named) {
      node.problem("p95", "an SLO needs a limit, such as p95 = 300 ms or errors = 1 %");
    }
    return slos;
  }

  /** Whether {@code slo} limits the errors of all requests of {@code scope}. */
  private static boolean boundsErrorsOf(Slo slo, Scope scope) {
    return slo.metric() == Metric.ERRORS
        && covers(slo.scope().journey(), scope.journey())
        && covers(slo.scope().request(), scope.request())
        && covers(slo.scope().phase(), scope.phase());
  }

  private static boolean covers(@Nullable String all, @Nullable String one) {
    return all == null || all.equals(one);
  }

  private static Set<String> keys() {
    Set<String> keys = new HashSet<>(Set.of("journey", "request", "phase", ABORT));
    for (Metric metric : Metric.values()) {
      keys.add(metric.key());
    }
    return keys;
  }

  private Scope scope(Node node) {
    List<String> measured = phases.stream().filter(p -> !p.warmUp()).map(Phase::name).toList();
    String journey = named(node, "journey", mix.journeys());
    return new Scope(journey, request(node, journey), named(node, "phase", measured));
  }

  private @Nullable String request(Node node, @Nullable String journey) {
    if (!catalogue.complete()) {
      return node.readOrNull("request", Values.TEXT);
    }
    Catalogue.Entry entry = journey == null ? null : catalogue.journeys().get(journey);
    return named(
        node, "request", entry == null ? catalogue.requests(mix.journeys()) : entry.requests());
  }

  private static @Nullable String named(Node node, String key, List<String> known) {
    String name = node.readOrNull(key, Values.TEXT);
    if (name != null && !known.contains(name)) {
      node.problem(
          key,
          "there is no " + key + " \"" + name + "\" here; there are " + String.join(", ", known));
    }
    return name;
  }

  private static List<Slo> limits(Node node, Scope scope) {
    List<Slo> slos = new ArrayList<>();
    Duration abort = node.readOrNull(ABORT, Values.SECONDS);
    for (Metric metric : Metric.values()) {
      Double limit = limit(node, metric);
      if (limit != null) {
        slos.add(new Slo(scope, metric, limit, abort));
      }
    }
    return slos;
  }

  private static @Nullable Double limit(Node node, Metric metric) {
    if (metric == Metric.ERRORS) {
      return node.readOrNull(metric.key(), Values.ERRORS);
    }
    Duration limit = node.readOrNull(metric.key(), Values.RESPONSE_TIME);
    return limit == null ? null : limit.toNanos() / 1e6;
  }
}
