package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whether a run is what its baseline runs were: made by the same versions of JVM and Gatling, which
 * is said and no more, and of the same requests. A request that all of them have and the run has
 * not is gone or renamed: nothing compares it any more. That is a warning, and makes the run
 * INVALID where the request is a key one:
 *
 * <ul>
 *   <li>an SLO names it, or its journey;
 *   <li>its whole journey is gone;
 *   <li>it was at least {@value #KEY_SHARE} of the baseline runs' requests.
 * </ul>
 */
final class BaselineChecks {
  private static final String REQUESTS = "validity/baseline-requests";
  private static final String VERSIONS = "validity/baseline-versions";
  static final double KEY_SHARE = 0.05;
  private static final int MOST_NAMED = 8;

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
   * @param accepted the runs before it, the oldest first
   * @param slos what the run is judged by
   */
  static List<Check> of(Run run, List<Run> accepted, List<Slo> slos) {
    if (accepted.isEmpty()) {
      return List.of();
    }
    List<Check> checks = new ArrayList<>();
    checks.add(
        new BaselineChecks(new MeasuredRun(run), MeasuredRun.all(accepted), slos).requests());
    List<String> versions =
        accepted.get(accepted.size() - 1).fingerprint().versions(run.fingerprint());
    if (!versions.isEmpty()) {
      checks.add(versions(versions));
    }
    return checks;
  }

  /** Whether all that a check says is what the baseline runs lack, or this run of a minor thing. */
  static boolean isWarning(Check check) {
    return check.status() == Status.WARN
        && (check.id().equals(REQUESTS) || check.id().equals(VERSIONS));
  }

  private static Check versions(List<String> versions) {
    return new Check(
        VERSIONS,
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "versions",
        null,
        null,
        "",
        0,
        Status.WARN,
        "Not the versions of the latest baseline run: "
            + String.join("; ", versions)
            + ". What is different may come from that");
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
    List<Scope> added = own.stream().filter(request -> !ever.contains(request)).toList();
    boolean key = gone.stream().anyMatch(request -> isKey(request, own));
    return new Check(
        REQUESTS,
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "requests of the baseline",
        (double) (usual.size() - gone.size()),
        (double) usual.size(),
        "",
        own.size(),
        key ? Status.FAIL : gone.isEmpty() ? Status.PASS : Status.WARN,
        sentence(gone, added, key));
  }

  private boolean isKey(Scope request, Set<Scope> own) {
    boolean named =
        slos.stream()
            .map(Slo::scope)
            .anyMatch(
                scope ->
                    request.request() != null
                        && (request.request().equals(scope.request())
                            || (scope.journey() != null
                                && scope.journey().equals(request.journey())
                                && scope.request() == null)));
    boolean journey =
        own.stream().noneMatch(other -> Objects.equals(other.journey(), request.journey()));
    return named || journey || share(request) >= KEY_SHARE;
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

  private static String sentence(List<Scope> gone, List<Scope> added, boolean key) {
    String also = added.isEmpty() ? "" : "; new, and compared with nothing: " + names(added);
    if (gone.isEmpty()) {
      return "Every request of the baseline runs was made" + also;
    }
    return "In all baseline runs and not in this one: "
        + names(gone)
        + also
        + (key
            ? "; a key request is no longer compared. Look at what stopped it; if it is meant to be"
                + " gone or has another name, begin a new epoch with history epoch"
            : "; look at what stopped it, unless it is meant to be gone or has another name");
  }

  private static String names(List<Scope> requests) {
    List<String> names = new ArrayList<>();
    requests.stream().limit(MOST_NAMED).forEach(each -> names.add(ScopeName.of(each)));
    int more = requests.size() - MOST_NAMED;
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }
}
