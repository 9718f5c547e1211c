package io.tideline.engine.fault.pods;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a fault needs of a cluster. Each method fails with one sentence for the user. */
public interface Cluster extends AutoCloseable {

  /** Names of the pods with {@code labels} that are ready and not about to go, sorted. */
  List<String> readyPods(String namespace, Map<String, String> labels) throws IOException;

  /** Deletes a pod, which gets so many seconds to end by itself. */
  void delete(String namespace, String pod, int graceSeconds) throws IOException;

  /** Evicts a pod; fails where a disruption budget forbids it. */
  void evict(String namespace, String pod) throws IOException;

  /** Deployments and StatefulSets with {@code labels}, sorted by kind and name. */
  List<Workload> workloads(String namespace, Map<String, String> labels) throws IOException;

  /** Lets a workload have so many pods. */
  void scale(String namespace, Workload workload, int replicas) throws IOException;

  @Override
  void close();

  /**
   * Something that keeps pods.
   *
   * @param kind Deployment or StatefulSet
   * @param name unique within kind and namespace
   * @param replicas how many it wants
   */
  record Workload(Kind kind, String name, int replicas) {
    /** What it is. */
    public enum Kind {
      DEPLOYMENT,
      STATEFUL_SET
    }
  }
}
