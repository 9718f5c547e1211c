package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pods of a Kubernetes cluster that are taken away. Exactly one of {@code count} and {@code share}
 * says how many.
 *
 * @param context of the kubeconfig; null for its current one, or the cluster within which the run
 *     itself is
 * @param namespace in which they are
 * @param labels that they, or for {@link Action#SCALE} their Deployments and StatefulSets, have
 * @param action what is done to them
 * @param count how many; null for a share
 * @param share of those that are ready, above 0 and up to 1, rounded up; null for a count
 * @param graceSeconds that a pod gets to end by itself; 0 kills it
 * @param floor fewest ready pods that must be left
 */
public record PodFault(
    @Nullable String context,
    String namespace,
    Map<String, String> labels,
    @JsonProperty("do") Action action,
    @Nullable Integer count,
    @Nullable Double share,
    int graceSeconds,
    int floor)
    implements FaultSpec {
  private static final double PERCENT = 100;

  public PodFault {
    labels = java.util.Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** What can be done to pods. */
  public enum Action {
    /** They are deleted; their controllers make others. */
    KILL,
    /** The same, unless a disruption budget forbids it. */
    EVICT,
    /** Their Deployments and StatefulSets want fewer, until the fault's end. */
    SCALE;

    /** The word in the plan file and in results. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How many of {@code ready} pods are meant, before the floor is looked at. */
  public int meant(int ready) {
    return share != null ? (int) Math.ceil(share * ready) : count == null ? 0 : count;
  }

  @Override
  public String inWords() {
    String some =
        share != null ? Words.number(share * PERCENT) + " % of the pods" : count + " pods";
    return action.key() + " " + some + " with " + labels + " in " + namespace;
  }
}
