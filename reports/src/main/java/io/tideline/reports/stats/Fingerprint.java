package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Slice;
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
import org.jspecify.annotations.Nullable;

/**
 * What must be the same for two runs to be comparable: everything that shapes the load and the
 * machine it came from. The target's version is not in it, because that is what a comparison is
 * about; nor are the promises, which change nothing about the load.
 *
 * @param scenario name of the scenario; null without a plan
 * @param plan digest of load, mix, think times and faults; null without a plan
 * @param target environment, and for a machine of one's own its address; null without a plan
 * @param data digest of the feeder files; null when nothing tells
 * @param generator kind of machine that made the load; null when nothing tells
 * @param java the generator's JVM; null when nothing tells
 * @param gatling version of Gatling; null when the log does not say
 */
public record Fingerprint(
    @Nullable String scenario,
    @Nullable String plan,
    @Nullable String target,
    @Nullable String data,
    @Nullable String generator,
    @Nullable String java,
    @Nullable String gatling) {
  private static final int DIGITS = 16;
  private static final List<String> LOAD_FIELDS = List.of("load", "mix", "thinkTimes");
  private static final List<String> BROKEN_FIELDS = List.of("load", "mix", "thinkTimes", "faults");

  static Fingerprint of(@Nullable Plan plan, @Nullable Origin origin, @Nullable String gatling) {
    return new Fingerprint(
        plan == null ? null : plan.scenario(),
        plan == null ? null : loadOf(plan),
        plan == null ? null : targetOf(plan.target()),
        origin == null ? null : origin.subject().data(),
        origin == null ? null : origin.machine().kind(),
        origin == null ? null : origin.machine().java(),
        gatling);
  }

  /** One short word for all of it: equal for runs that may be compared. */
  public String id() {
    return digest(String.join("\n", parts().values().stream().map(String::valueOf).toList()));
  }

  /** The fields, as {@code run.json} has them. */
  public ObjectNode json() {
    return FingerprintJson.of(this);
  }

  /** Why runs of the two may not be compared, a sentence for each reason; none when they may. */
  public List<String> differences(Fingerprint other) {
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
    parts.put("java", java);
    parts.put("gatling", gatling);
    return parts;
  }

  /** Whatever its slice, a generator's part is one of the same load. */
  private static String loadOf(Plan plan) {
    ObjectNode json = PlanJson.tree(plan);
    json.retain(plan.faults().isNone() ? LOAD_FIELDS : BROKEN_FIELDS);
    ((ObjectNode) json.get("load"))
        .putObject("slice")
        .put("index", Slice.WHOLE.index())
        .put("of", Slice.WHOLE.of());
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
