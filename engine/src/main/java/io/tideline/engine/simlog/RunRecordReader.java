package io.tideline.engine.simlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the run's own record, and refuses a Gatling whose format is not the one read here. */
final class RunRecordReader {
  private static final int MOST_SCENARIOS = 10_000;
  private static final int MOST_ASSERTIONS = 10_000;

  private final String source;
  private final RecordFields fields;

  RunRecordReader(String source, RecordFields fields) {
    this.source = source;
    this.fields = fields;
  }

  /** To be asked when the log does not begin with a run's record. */
  void refuseText() throws UnsupportedGatlingException {
    Optional<String> version = TextLog.version(fields.rest());
    if (version.isPresent()) {
      throw new UnsupportedGatlingException(source, version.get());
    }
  }

  RunRecord read() throws RecordCutShort, MalformedRecord, UnsupportedGatlingException {
    String version = fields.version();
    if (!GatlingVersions.canRead(version)) {
      throw new UnsupportedGatlingException(source, version);
    }
    fields.longestString(GatlingVersions.longestString(version));
    String simulationClass = fields.string();
    long start = fields.number();
    String description = fields.string();
    List<String> scenarios = scenarios();
    skipAssertions();
    return new RunRecord(version, simulationClass, start, description, scenarios);
  }

  private List<String> scenarios() throws RecordCutShort, MalformedRecord {
    int count = fields.count("number of scenarios", MOST_SCENARIOS);
    List<String> scenarios = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scenarios.add(fields.string());
    }
    return scenarios;
  }

  private void skipAssertions() throws RecordCutShort, MalformedRecord {
    int count = fields.count("number of assertions", MOST_ASSERTIONS);
    for (int i = 0; i < count; i++) {
      fields.skip(fields.count("assertion length", RecordFields.LONGEST_STRING));
    }
  }
}
