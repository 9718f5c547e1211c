package io.tideline.engine.fault.pods;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tideline.engine.fault.pods.Cluster.Workload.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as the kubeconfig says how to reach it, or the one within which this process is. It is
 * reached at first use.
 */
public final class KubernetesCluster implements Cluster {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;

  /** After 0.1, 0.2 and 0.4 seconds. */
  private static final int FURTHER_ATTEMPTS = 3;

  private final @Nullable String context;
  private @Nullable KubernetesClient opened;

  /**
   * @param context of the kubeconfig; null for its current one
   */
  public KubernetesCluster(@Nullable String context) {
    this.context = context;
  }

  KubernetesCluster(Config config) {
    this.context = null;
    this.opened = client(config);
  }

  /** A fault has its time: what the cluster refuses is asked for again for a second at most. */
  private static KubernetesClient client(Config config) {
    config.setRequestRetryBackoffLimit(FURTHER_ATTEMPTS);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  @Override
  public List<String> readyPods(String namespace, Map<String, String> labels) throws IOException {
    return asked(
        "list pods in " + namespace,
        client ->
            client.pods().inNamespace(namespace).withLabels(labels).list().getItems().stream()
                .filter(KubernetesCluster::isReady)
                .map(pod -> pod.getMetadata().getName())
                .sorted()
                .toList());
  }

  private static boolean isReady(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null
        && pod.getStatus() != null
        && pod.getStatus().getConditions().stream()
            .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  @Override
  public void delete(String namespace, String pod, int graceSeconds) throws IOException {
    asked(
        "delete pods in " + namespace,
        client ->
            client
                .pods()
                .inNamespace(namespace)
                .withName(pod)
                .withGracePeriod(graceSeconds)
                .delete());
  }

  @Override
  public void evict(String namespace, String pod) throws IOException {
    boolean evicted =
        asked(
            "create pods/eviction in " + namespace,
            client -> client.pods().inNamespace(namespace).withName(pod).evict());
    if (!evicted) {
      throw new IOException("a disruption budget keeps pod " + pod + " from being evicted");
    }
  }

  @Override
  public List<Workload> workloads(String namespace, Map<String, String> labels) throws IOException {
    return asked(
        "list deployments and statefulsets in " + namespace,
        client -> {
          List<Workload> found = new ArrayList<>();
          for (Deployment each :
              client
                  .apps()
                  .deployments()
                  .inNamespace(namespace)
                  .withLabels(labels)
                  .list()
                  .getItems()) {
            found.add(workload(Kind.DEPLOYMENT, each, each.getSpec().getReplicas()));
          }
          for (StatefulSet each :
              client
                  .apps()
                  .statefulSets()
                  .inNamespace(namespace)
                  .withLabels(labels)
                  .list()
                  .getItems()) {
            found.add(workload(Kind.STATEFUL_SET, each, each.getSpec().getReplicas()));
          }
          found.sort(Comparator.comparing(Workload::kind).thenComparing(Workload::name));
          return found;
        });
  }

  /** Without a number Kubernetes keeps one pod. */
  private static Workload workload(Kind kind, HasMetadata named, @Nullable Integer replicas) {
    return new Workload(kind, named.getMetadata().getName(), replicas == null ? 1 : replicas);
  }

  @Override
  public void scale(String namespace, Workload workload, int replicas) throws IOException {
    asked(
        "patch deployments and statefulsets in " + namespace,
        client ->
            workload.kind() == Kind.DEPLOYMENT
                ? client
                    .apps()
                    .deployments()
                    .inNamespace(namespace)
                    .withName(workload.name())
                    .scale(replicas)
                : client
                    .apps()
                    .statefulSets()
                    .inNamespace(namespace)
                    .withName(workload.name())
                    .scale(replicas));
  }

  private <T> T asked(String what, Function<KubernetesClient, T> question) throws IOException {
    try {
      return question.apply(client());
    } catch (KubernetesClientException e) {
      throw new IOException(sentence(what, e), e);
    }
  }

  private static String sentence(String what, KubernetesClientException e) {
    return switch (e.getCode()) {
      case UNAUTHORIZED ->
          "the cluster does not know this account: log in again, or renew its token";
      case FORBIDDEN ->
          "this account may not " + what + ": grant it that, docs/resilience.md has the Role";
      case TOO_MANY_REQUESTS -> "a disruption budget, or the cluster, refuses to " + what + " now";
      case 0 -> "the cluster does not answer, to " + what + ": " + e.getMessage();
      default -> "the cluster refuses to " + what + ": " + e.getMessage();
    };
  }

  private KubernetesClient client() {
    KubernetesClient client = opened;
    if (client == null) {
      client = client(Config.autoConfigure(context));
      opened = client;
    }
    return client;
  }

  @Override
  public void close() {
    KubernetesClient client = opened;
    opened = null;
    if (client != null) {
      client.close();
    }
  }
}
