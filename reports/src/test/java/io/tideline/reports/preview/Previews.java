package io.tideline.reports.preview;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.PlanReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Previews of the scenarios in the plan file beside the tests. */
final class Previews {
  static final Path FOLDER =
      Path.of("src", "test", "resources", "io", "tideline", "reports", "preview");

  private Previews() {}

  static Preview of(String scenario, String... options) {
    Map<String, String> given = new HashMap<>(Map.of("scenario", scenario));
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    PlanReader reader = new PlanReader(Catalogue.any(), new Options(given, Map.of()));
    return Preview.of(reader.read(FOLDER.resolve("plan.conf")), List.of());
  }
}
