package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Gauge.Figure;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run is what its baseline runs were: made by the same versions of JVM and Gatling, and
 * at their load, which is said and no more; with their key figures; and of the same requests. A
 * request that all of them have and the run has not, or hardly has, is gone or renamed: nothing
 * compares it any more. That is a warning, and makes the run INVALID where the request is a key
 * one:
 *
 * <ul>
 *   <li>an SLO names it, or its journey;
 *   <li>its whole journey is gone;
 *   <li>it was at least {@value #KEY_SHARE} of the baseline runs' requests.
 * </ul>
 *
 * <p>One that was made so seldom that it may be missing by chance is no key one by the latter two,
 * unless there are new requests, of which it may be one by another name.
 *
 * <p>Where the run fails by an SLO or a confirmed regression it stays FAIL: a target that dies
 * takes the later requests of its users away.
 */
final class BaselineChecks {
  private static final String REQUESTS = "validity/baseline-requests";
  private static final String FIGURES = "validity/baseline-figures";
  private static final String VERSIONS = "validity/baseline-versions";
  private static final String LOAD = "validity/baseline-load";
  private static final Set<String> IDS = Set.of(REQUESTS, FIGURES, VERSIONS, LOAD);

  static final double KEY_SHARE = 0.05;

  /**
   * Less than so much of what the baseline run with the fewest had for each user is next to none.
   */
  private static final double HARDLY = 0.1;

  /** Of so many expected requests next to none is no chance. */
  private static final double EXPECTED = 20;

  /** Fewer than so many expected requests may all be missing by chance. */
  private static final double CHANCE = 5;

  private static final int MOST_NAMED = 8;
  private static final int LATEST = BandSettings.STANDARD.runs().most();
  private static final List<Figure> KEY_FIGURES = List.of(Figure.MEAN, Figure.P95, Figure.P99);

  private final MeasuredRun run;
  private final List<MeasuredRun> baseline;
  private final List<Slo> slos;

  private BaselineChecks(MeasuredRun run, List<MeasuredRun> baseline, List<Slo> slos) {
    this.run = run;
    this.baseline = baseline;
    this.slos = slos;
  }

  /**
   * The checks on {@code run}; none without a baseline.
   *
   * @param earlier the runs before it
   * @param slos what the run is judged by
   */
  static List<Check> of(Run run, Earlier earlier, List<Slo> slos) {
    int fewest = earlier.settings().runs().fewest();
    List<Check> checks = new ArrayList<>(of(run, earlier.accepted(), fewest, slos));
    List<String> otherLoads = earlier.remembered().otherLoads();
    if (!otherLoads.isEmpty()) {
      checks.add(load(otherLoads));
    }
    return checks;
  }

  /** The checks on the candidate of a paired session. */
  static List<Check> of(Paired session, List<Slo> slos) {
    List<Run> baseline = List.of(session.baseline(), session.baselineAgain());
    return of(session.candidate(), baseline, baseline.size(), slos);
  }

  private static List<Check> of(Run run, List<Run> accepted, int fewest, List<Slo> slos) {
    if (accepted.isEmpty()) {
      return List.of();
    }
    BaselineChecks all = new BaselineChecks(new MeasuredRun(run), MeasuredRun.all(accepted), slos);
    List<Check> checks = new ArrayList<>();
    checks.add(all.requests());
    if (accepted.size() >= fewest && run.capacity() == null) {
      all.figures(fewest).ifPresent(checks::add);
    }
    List<String> versions = versions(run, accepted);
    if (!versions.isEmpty()) {
      checks.add(
          check(
              VERSIONS,
              "versions",
              Status.WARN,
              "Not the versions of all baseline runs: "
                  + String.join("; ", versions)
                  + ". What is different may come from that"));
    }
    return checks;
  }

  /** Whether a check is one of these. */
  static boolean isOne(Check check) {
    return IDS.contains(check.id());
  }

  /** Whether all that a check says is how the baseline differs in something minor. */
  static boolean isWarning(Check check) {
    return check.status() == Status.WARN && isOne(check);
  }

  private static Check load(List<String> otherLoads) {
    return check(
        LOAD,
        "load of the baseline",
        Status.WARN,
        Figures.count(otherLoads.size(), "accepted run")
            + " of this simulation had another load, and nothing compares this run with "
            + (otherLoads.size() == 1 ? "it" : "them")
            + ". The latest: "
            + otherLoads.get(otherLoads.size() - 1));
  }

  private static List<String> versions(Run run, List<Run> accepted) {
    List<Run> used = accepted.subList(Math.max(0, accepted.size() - LATEST), accepted.size());
    Map<String, Integer> counts = new LinkedHashMap<>();
    used.stream()
        .flatMap(each -> each.fingerprint().versions(run.fingerprint()).stream())
        .forEach(sentence -> counts.merge(sentence, 1, Integer::sum));
    List<String> sentences = new ArrayList<>();
    counts.forEach(
        (sentence, count) ->
            sentences.add(
                sentence
                    + (count == used.size() ? "" : " (" + count + " of " + used.size() + ")")));
    return sentences;
  }

  /**
   * Key figures that baseline runs have, and the run has too few successful requests for; a warning
   * while it has half as many as they.
   */
  private Optional<Check> figures(int fewest) {
    List<String> lost = new ArrayList<>();
    for (Figure figure : KEY_FIGURES) {
      Gauge gauge = new Gauge(Scope.EVERYTHING, figure, true);
      long having = baseline.stream().filter(each -> each.value(gauge) != null).count();
      if (having >= fewest && run.value(gauge) == null) {
        lost.add(figure.key());
      }
    }
    long own = run.times(Scope.EVERYTHING).count();
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Check(
                FIGURES,
                Kind.VALIDITY,
                Scope.EVERYTHING,
                "figures of the baseline",
                (double) (KEY_FIGURES.size() - lost.size()),
                (double) KEY_FIGURES.size(),
                "",
                own,
                2 * own < fewestOfBaseline() ? Status.INSUFFICIENT : Status.WARN,
                "Nothing compares "
                    + String.join(", ", lost)
                    + " with the baseline runs: of this run "
                    + Figures.count(own, "request")
                    + " succeeded, of them "
                    + Figures.number(fewestOfBaseline())
                    + " or more; look at what stopped or failed the others"));
  }

  private long fewestOfBaseline() {
    return baseline.stream()
        .mapToLong(each -> each.times(Scope.EVERYTHING).count())
        .min()
        .orElse(0);
  }

  private Check requests() {
    Set<Scope> own = run.requests();
    Set<Scope> usual = new LinkedHashSet<>(baseline.get(0).requests());
    Set<Scope> ever = new HashSet<>();
    for (MeasuredRun each : baseline) {
      usual.retainAll(each.requests());
      ever.addAll(each.requests());
    }
    List<Scope> gone = usual.stream().filter(request -> !own.contains(request)).toList();
    List<Scope> rare =
        usual.stream().filter(request -> own.contains(request) && isRare(request)).toList();
    List<Scope> added = own.stream().filter(request -> !ever.contains(request)).toList();
    boolean key =
        Stream.concat(gone.stream(), rare.stream())
            .anyMatch(each -> isKey(each, own, !added.isEmpty()));
    boolean same = gone.isEmpty() && rare.isEmpty();
    return new Check(
        REQUESTS,
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "requests of the baseline",
        (double) (usual.size() - gone.size() - rare.size()),
        (double) usual.size(),
        "",
        own.size(),
        key ? Status.INSUFFICIENT : same && added.isEmpty() ? Status.PASS : Status.WARN,
        sentence(gone, rare, added, key));
  }

  /** Whether the run made next to none of a request that the baseline runs made often. */
  private boolean isRare(Scope request) {
    double expected = expected(request);
    return expected >= EXPECTED && run.pool(request).requests() < HARDLY * expected;
  }

  /** How many of a request the run would have at the least that a baseline run has for a user. */
  private double expected(Scope request) {
    double least = baseline.stream().mapToDouble(each -> perUser(each, request)).min().orElse(0);
    return least * Math.max(1, run.run().users().started());
  }

  private static double perUser(MeasuredRun run, Scope request) {
    return (double) run.pool(request).requests() / Math.max(1, run.run().users().started());
  }

  private boolean isKey(Scope request, Set<Scope> own, boolean renamed) {
    boolean named = slos.stream().map(Slo::scope).anyMatch(scope -> names(scope, request));
    boolean journey =
        own.stream().noneMatch(other -> Objects.equals(other.journey(), request.journey()));
    boolean chance = !renamed && expected(request) < CHANCE;
    return named || (!chance && (journey || share(request) >= KEY_SHARE));
  }

  /** Whether a scope that is not all requests has {@code request} in it. */
  private static boolean names(Scope scope, Scope request) {
    boolean any = scope.journey() == null && scope.request() == null;
    return !any
        && fits(scope.journey(), request.journey())
        && fits(scope.request(), request.request());
  }

  private static boolean fits(@Nullable String wanted, @Nullable String name) {
    return wanted == null || wanted.equals(name);
  }

  private double share(Scope request) {
    long of = 0;
    long all = 0;
    for (MeasuredRun each : baseline) {
      of += each.pool(request).requests();
      all += each.pool(Scope.EVERYTHING).requests();
    }
    return all == 0 ? 0 : (double) of / all;
  }

  private String sentence(List<Scope> gone, List<Scope> rare, List<Scope> added, boolean key) {
    List<String> parts = new ArrayList<>();
    if (!gone.isEmpty()) {
      parts.add("in all baseline runs and not in this one: " + names(gone));
    }
    if (!rare.isEmpty()) {
      parts.add("far more often in all baseline runs: " + counted(rare));
    }
    if (parts.isEmpty()) {
      parts.add("every request of the baseline runs was made");
    }
    if (!added.isEmpty()) {
      parts.add("new, and compared with nothing: " + names(added));
    }
    if (key) {
      parts.add(
          "a key request is no longer compared. Look at what stopped it; if it is meant to be gone"
              + " or has another name, begin a new epoch with history epoch");
    } else if (!gone.isEmpty() || !rare.isEmpty()) {
      parts.add("look at what stopped it, unless it is meant to be gone or has another name");
    }
    String sentence = String.join("; ", parts);
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private String counted(List<Scope> requests) {
    return list(
        requests.stream()
            .map(each -> ScopeName.of(each) + " (" + run.pool(each).requests() + " here)")
            .toList());
  }

  private static String names(List<Scope> requests) {
    return list(requests.stream().map(ScopeName::of).toList());
  }

  private static String list(List<String> names) {
    int more = names.size() - MOST_NAMED;
    return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static Check check(String id, String metric, Status status, String sentence) {
    return new Check(
        id, Kind.VALIDITY, Scope.EVERYTHING, metric, null, null, "", 0, status, sentence);
  }
}
