package io.tideline.engine.fault.pods;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A cluster that keeps what it is told in lists. */
final class FakeCluster implements Cluster {
  final List<String> ready = new ArrayList<>(List.of("api-1", "api-2", "api-3"));
  final List<Workload> workloads =
      new ArrayList<>(List.of(new Workload(Workload.Kind.DEPLOYMENT, "api", 4)));
  final List<String> done = new ArrayList<>();

  /** Fails from so many changes on. */
  int breaksAfter = Integer.MAX_VALUE;

  @Override
  public List<String> readyPods(String namespace, Map<String, String> labels) {
    return List.copyOf(ready);
  }

  @Override
  public void delete(String namespace, String pod, int graceSeconds) throws IOException {
    change("delete " + pod + " after " + graceSeconds + " s");
  }

  @Override
  public void evict(String namespace, String pod) throws IOException {
    change("evict " + pod);
  }

  @Override
  public List<Workload> workloads(String namespace, Map<String, String> labels) {
    return List.copyOf(workloads);
  }

  @Override
  public void scale(String namespace, Workload workload, int replicas) throws IOException {
    change("scale " + workload.name() + " to " + replicas);
    workloads.replaceAll(
        each ->
            each.name().equals(workload.name())
                ? new Workload(each.kind(), each.name(), replicas)
                : each);
  }

  private void change(String what) throws IOException {
    if (done.size() >= breaksAfter) {
      throw new IOException("this account may not");
    }
    done.add(what);
  }

  @Override
  public void close() {
    done.add("close");
  }
}
