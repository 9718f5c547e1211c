package io.tideline.reports.testkit;

import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.resource.ResourceSample;
import io.tideline.engine.resource.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a target that never was consumed in a minute: its processor time rises by 5 % every 5
 * seconds, its pool of 8 is half in use, and from 25 s to 40 s it does not answer.
 */
public final class SampleResources {
  private SampleResources() {}

  /** Writes the record. */
  public static void write(Path file) throws IOException {
    try (ResourceLog log = new ResourceLog(file)) {
      for (int i = 0; i < 12; i++) {
        double at = 5.0 * i + 2;
        boolean gone = i >= 5 && i < 8;
        log.write(
            gone
                ? new ResourceSample(at, "/metrics", "it answered 503", List.of())
                : new ResourceSample(at, "/metrics", null, readings(i / 20.0)));
      }
    }
  }

  private static List<Reading> readings(double cpu) {
    return List.of(
        new Reading("cpu", Unit.SHARE, cpu, 1.0, null),
        new Reading("connections memories", Unit.COUNT, 4, 8.0, 2.0),
        new Reading("queue disk", Unit.COUNT, 0, 128.0, null),
        new Reading("threads", Unit.COUNT, 15, null, null));
  }
}
