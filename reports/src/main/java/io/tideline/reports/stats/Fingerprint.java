package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be the same for two runs to be comparable: everything that shapes the load and the
 * machine it came from. The target's version is not in it, because that is what a comparison is
 * about; nor are the SLOs, which change nothing about the load; nor the set of requests, which is
 * compared; nor the versions of JVM and Gatling, which are said beside a comparison ({@link
 * #versions}).
 *
 * <p>Of a run without a plan the log alone tells what it was: its simulation, its scenarios, and
 * about how much load there was. Two such loads are the same when users, and the time over which
 * they arrive, differ by less than half, and they arrive about as evenly.
 *
 * @param scenario name of the scenario; null without a plan
 * @param plan digest of load, mix, think times and faults; null without a plan
 * @param target environment, and for a machine of one's own its address; null without a plan
 * @param data digest of the feeder files; null when nothing tells
 * @param generator kind of machine that made the load; null when nothing tells
 * @param java the generator's JVM; null when nothing tells
 * @param gatling version of Gatling; null when the log does not say
 * @param observed what the log tells of a run without a plan; null with one
 */
public record Fingerprint(
    @Nullable String scenario,
    @Nullable String plan,
    @Nullable String target,
    @Nullable String data,
    @Nullable String generator,
    @Nullable String java,
    @Nullable String gatling,
    @Nullable Observed observed) {
  private static final int DIGITS = 16;
  private static final List<String> LOAD_FIELDS = List.of("load", "mix", "thinkTimes");
  private static final List<String> BROKEN_FIELDS = List.of("load", "mix", "thinkTimes", "faults");

  /**
   * What the log of a run without a plan tells of it.
   *
   * @param simulation fully qualified name of its class; null when the log does not say
   * @param scenarios their names in order, separated by commas
   * @param load users and when they arrived
   */
  record Observed(@Nullable String simulation, String scenarios, ObservedLoad load) {
    static Observed of(Run run) {
      String names =
          run.users().perScenario().stream()
              .map(Users.Scenario::scenario)
              .sorted()
              .collect(Collectors.joining(", "));
      return new Observed(run.info().simulation(), names, ObservedLoad.of(run));
    }
  }

  /** The fingerprint of {@code run}. */
  static Fingerprint of(Run run) {
    Observed observed = run.plan() == null ? Observed.of(run) : null;
    return of(run.plan(), run.origin(), run.info().versions().gatling(), observed);
  }

  static Fingerprint of(
      @Nullable Plan plan,
      @Nullable Origin origin,
      @Nullable String gatling,
      @Nullable Observed observed) {
    return new Fingerprint(
        plan == null ? null : plan.scenario(),
        plan == null ? null : loadOf(plan),
        plan == null ? null : targetOf(plan.target()),
        origin == null ? null : origin.subject().data(),
        origin == null ? null : origin.machine().kind(),
        origin == null ? null : origin.machine().java(),
        gatling,
        observed);
  }

  /** One short word for all of it but the load: equal for runs that may be compared. */
  public String id() {
    return digest(String.join("\n", parts().values().stream().map(String::valueOf).toList()));
  }

  /** The fields, as {@code run.json} has them. */
  public ObjectNode json() {
    return FingerprintJson.of(this);
  }

  /** Why runs of the two may not be compared, a sentence for each reason; none when they may. */
  public List<String> differences(Fingerprint other) {
    List<String> differences = new ArrayList<>(differencesBesideLoad(other));
    loads(other).ifPresent(differences::add);
    return differences;
  }

  /**
   * How the loads of two runs without a plan differ that are alike in all else, a sentence; empty
   * when they do not, or are not.
   */
  public Optional<String> onlyLoads(Fingerprint other) {
    return differencesBesideLoad(other).isEmpty() ? loads(other) : Optional.empty();
  }

  private Optional<String> loads(Fingerprint other) {
    return observed == null || other.observed == null || observed.load.isLike(other.observed.load)
        ? Optional.empty()
        : Optional.of("load: " + observed.load.words() + " and " + other.observed.load.words());
  }

  private List<String> differencesBesideLoad(Fingerprint other) {
    Map<String, @Nullable String> theirs = other.parts();
    List<String> differences = new ArrayList<>();
    parts()
        .forEach(
            (name, value) -> {
              String there = theirs.get(name);
              if (!Objects.equals(value, there)) {
                differences.add(name + ": " + said(value) + " and " + said(there));
              }
            });
    return differences;
  }

  /** Which versions differ between runs that may be compared, a sentence for each. */
  public List<String> versions(Fingerprint other) {
    List<String> versions = new ArrayList<>();
    if (!Objects.equals(java, other.java)) {
      versions.add(said(java) + " and " + said(other.java));
    }
    if (!Objects.equals(gatling, other.gatling)) {
      versions.add("Gatling " + said(gatling) + " and " + said(other.gatling));
    }
    return versions;
  }

  private static String said(@Nullable String value) {
    return value == null ? "unknown" : value;
  }

  private Map<String, @Nullable String> parts() {
    Map<String, @Nullable String> parts = new LinkedHashMap<>();
    parts.put("scenario", scenario);
    parts.put("plan", plan);
    parts.put("target", target);
    parts.put("data", data);
    parts.put("generator", generator);
    if (observed != null) {
      parts.put("simulation", observed.simulation());
      parts.put("scenarios", observed.scenarios());
    }
    return parts;
  }

  /** The load of a slice is not that of the whole run. */
  private static String loadOf(Plan plan) {
    ObjectNode json = PlanJson.tree(plan);
    json.retain(plan.faults().isNone() ? LOAD_FIELDS : BROKEN_FIELDS);
    return digest(json.toString());
  }

  private static String targetOf(Target target) {
    boolean own = target.env().equals(Target.LOCAL);
    return own ? target.env() + " " + target.baseUrl() : target.env();
  }

  private static String digest(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
