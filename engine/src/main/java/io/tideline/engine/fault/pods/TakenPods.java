package io.tideline.engine.fault.pods;

import io.tideline.engine.fault.Fault;
import io.tideline.engine.fault.Note;
import io.tideline.engine.fault.pods.Cluster.Workload;
import io.tideline.engine.plan.PodFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Pods that are killed, evicted or scaled away. It refuses to begin where fewer ready pods than the
 * floor would be left. What was killed or evicted its controller replaces; what was scaled gets as
 * many pods again as it had.
 */
public final class TakenPods implements Fault {
  private final PodFault spec;
  private final Cluster cluster;
  private final Note note;

  /**
   * @param note where it keeps how many pods there were
   */
  public TakenPods(PodFault spec, Cluster cluster, Note note) {
    this.spec = spec;
    this.cluster = cluster;
    this.note = note;
  }

  @Override
  public String begin() throws IOException {
    return switch (spec.action()) {
      case KILL, EVICT -> take(chosen(cluster.readyPods(spec.namespace(), spec.labels())));
      case SCALE -> scaleDown();
    };
  }

  private String take(List<String> pods) throws IOException {
    for (String pod : pods) {
      if (spec.action() == PodFault.Action.EVICT) {
        cluster.evict(spec.namespace(), pod);
      } else {
        cluster.delete(spec.namespace(), pod, spec.graceSeconds());
      }
    }
    String done = spec.action() == PodFault.Action.EVICT ? "evicted " : "killed ";
    return done + String.join(", ", pods);
  }

  private List<String> chosen(List<String> ready) throws IOException {
    int meant = spec.meant(ready.size());
    requireFloor(ready.size(), meant, "ready pods");
    return ready.subList(0, meant);
  }

  private void requireFloor(int there, int meant, String what) throws IOException {
    if (there - meant < spec.floor() || meant > there) {
      throw new IOException(
          String.format(
              "%s with %s in %s: there are %d, and %d less are fewer than the floor of %d; nothing"
                  + " was done",
              what, spec.labels(), spec.namespace(), there, meant, spec.floor()));
    }
  }

  private String scaleDown() throws IOException {
    List<Workload> workloads = cluster.workloads(spec.namespace(), spec.labels());
    if (workloads.isEmpty()) {
      throw new IOException(
          "no Deployment or StatefulSet with " + spec.labels() + " in " + spec.namespace());
    }
    for (Workload workload : workloads) {
      requireFloor(workload.replicas(), spec.meant(workload.replicas()), workload.name());
    }
    note.keep(Kept.text(workloads));
    List<String> done = new ArrayList<>();
    for (Workload workload : workloads) {
      int replicas = workload.replicas() - spec.meant(workload.replicas());
      cluster.scale(spec.namespace(), workload, replicas);
      done.add(workload.name() + " from " + workload.replicas() + " to " + replicas);
    }
    return "scaled " + String.join(", ", done);
  }

  @Override
  public String end() throws IOException {
    try (cluster) {
      List<Workload> before = Kept.read(note.kept());
      List<String> done = new ArrayList<>();
      for (Workload workload : before) {
        cluster.scale(spec.namespace(), workload, workload.replicas());
        done.add(workload.name() + " to " + workload.replicas());
      }
      return done.isEmpty()
          ? "nothing to put back: controllers replace pods"
          : "scaled back " + String.join(", ", done);
    }
  }
}
