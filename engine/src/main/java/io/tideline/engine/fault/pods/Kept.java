package io.tideline.engine.fault.pods;

import io.tideline.engine.fault.pods.Cluster.Workload;
import java.util.List;
import java.util.stream.Collectors;

/** How many pods workloads had, as a line each of kind, name and number. */
final class Kept {
  private static final int FIELDS = 3;

  private Kept() {}

  static String text(List<Workload> workloads) {
    return workloads.stream()
        .map(each -> each.kind() + " " + each.name() + " " + each.replicas())
        .collect(Collectors.joining("\n"));
  }

  static List<Workload> read(String text) {
    return text.lines().map(line -> line.split(" ", FIELDS)).map(Kept::workload).toList();
  }

  private static Workload workload(String[] fields) {
    return new Workload(
        Workload.Kind.valueOf(fields[0]), fields[1], Integer.parseInt(fields[2].strip()));
  }
}
