package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of {@code run.json} on which runs it may be compared with. */
final class FingerprintJson {
  private FingerprintJson() {}

  static ObjectNode of(Fingerprint fingerprint) {
    ObjectNode json =
        JsonText.object()
            .put("id", fingerprint.id())
            .put("scenario", fingerprint.scenario())
            .put("plan", fingerprint.plan())
            .put("target", fingerprint.target())
            .put("data", fingerprint.data())
            .put("generator", fingerprint.generator())
            .put("java", fingerprint.java())
            .put("gatling", fingerprint.gatling());
    Fingerprint.Observed observed = fingerprint.observed();
    if (observed != null) {
      json.put("simulation", observed.simulation())
          .put("scenarios", observed.scenarios())
          .put("users", observed.load().users())
          .put("seconds", JsonText.rounded(observed.load().seconds()))
          .put("held", observed.load().held());
    }
    return json;
  }
}
