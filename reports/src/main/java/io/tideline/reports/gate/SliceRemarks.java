package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slice;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Joint.Remark;
import io.tideline.reports.stats.Joint.Weight;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks that a run is a whole one: not a slice, nor a sum of slices that do not fit together. */
final class SliceRemarks {
  /** Id of the check that a slice never passes. */
  static final String WHOLE = "validity/whole";

  /** How the ids of checks on merged slices begin. */
  static final String PREFIX = "validity/slices/";

  private SliceRemarks() {}

  static List<Check> of(Run run) {
    List<Check> checks = new ArrayList<>();
    if (run.plan() != null && run.isSlice()) {
      checks.add(part(run.plan().load().slice()));
    }
    Map<String, List<Remark>> byCheck = new LinkedHashMap<>();
    for (Remark remark : run.joint().remarks()) {
      String suffix = remark.weight() == Weight.PROBLEM ? "" : "/" + word(remark.weight());
      byCheck
          .computeIfAbsent(PREFIX + remark.about() + suffix, about -> new ArrayList<>())
          .add(remark);
    }
    byCheck.forEach((id, remarks) -> checks.add(check(id, remarks)));
    return checks;
  }

  private static String word(Weight weight) {
    return weight == Weight.WARNING ? "warning" : "note";
  }

  private static Check part(Slice slice) {
    return check(
        WHOLE,
        Status.FAIL,
        "Part of a run (slice " + slice + "): judge the whole with merge, which needs all slices");
  }

  private static Check check(String id, List<Remark> remarks) {
    Status status =
        switch (remarks.get(0).weight()) {
          case PROBLEM -> Status.FAIL;
          case WARNING -> Status.WARN;
          case NOTE -> Status.PASS;
        };
    return check(
        id,
        status,
        "Slices: " + remarks.stream().map(Remark::sentence).collect(Collectors.joining("; ")));
  }

  private static Check check(String id, Status status, String sentence) {
    return new Check(
        id, Kind.VALIDITY, Scope.EVERYTHING, "slices", null, null, "", 0, status, sentence);
  }
}
