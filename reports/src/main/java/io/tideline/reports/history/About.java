package io.tideline.reports.history;

import io.tideline.reports.stats.Fingerprint;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the runs of a shelf have in common, for people who look into its folder. */
final class About {
  private static final String FILE_NAME = "about.json";

  private About() {}

  static void write(Path shelf, Fingerprint fingerprint) throws IOException {
    Path file = shelf.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      WholeFile.writeWithFolder(file, JsonText.of(fingerprint.json()));
    }
  }
}
