package io.tideline.reports.ticket;

import io.tideline.reports.stats.RunInfo;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.util.Objects;

/**
 * What a ticket is about, the same from night to night.
 *
 * @param fingerprint of the other three
 * @param scenario of the plan; the simulation's class for a run without a plan
 * @param env environment of the plan; empty for a run without a plan
 * @param check key of the check
 */
public record Subject(String fingerprint, String scenario, String env, String check) {

  static Subject of(RunInfo info, String check) {
    LoadInfo load = info.load();
    String scenario =
        load == null ? Objects.requireNonNullElse(info.simulation(), "") : load.scenario();
    String env = load == null ? "" : load.env();
    return new Subject(Fingerprint.of(scenario, env, check), scenario, env, check);
  }
}
