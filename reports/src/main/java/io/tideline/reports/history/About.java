package io.tideline.reports.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.stats.Fingerprint;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the runs of a shelf have in common, for people who look into its folder. */
final class About {
  private static final String FILE_NAME = "about.json";
  private static final List<String> NAMED =
      List.of("scenario", "plan", "target", "data", "generator", "simulation", "scenarios");

  private About() {}

  /**
   * Whether runs of this fingerprint may lie in the folder of a shelf: nothing that its file says
   * of them is another. A file that cannot be read says nothing.
   */
  static boolean mayHold(Path shelf, Fingerprint fingerprint) {
    JsonNode about;
    try {
      about = JsonText.parse(WholeFile.text(shelf.resolve(FILE_NAME)));
    } catch (IOException unknown) {
      return true;
    }
    ObjectNode own = fingerprint.json();
    return NAMED.stream()
        .allMatch(name -> !about.has(name) || about.path(name).equals(own.path(name)));
  }

  /**
   * What keeps runs of this fingerprint from the folder of a shelf, one clause for each part that
   * is another; none where its file cannot be read.
   */
  static List<String> differences(Path shelf, Fingerprint fingerprint) {
    JsonNode about;
    try {
      about = JsonText.parse(WholeFile.text(shelf.resolve(FILE_NAME)));
    } catch (IOException unknown) {
      return List.of();
    }
    ObjectNode own = fingerprint.json();
    return NAMED.stream()
        .filter(name -> about.has(name) && !about.path(name).equals(own.path(name)))
        .map(name -> name + " " + said(about.path(name)) + " there and " + said(own.path(name)))
        .toList();
  }

  private static String said(JsonNode value) {
    return value.isMissingNode() || value.isNull()
        ? "unknown"
        : value.isTextual() ? value.textValue() : value.toString();
  }

  static void write(Path shelf, Fingerprint fingerprint) throws IOException {
    Path file = shelf.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      WholeFile.writeWithFolder(file, JsonText.of(fingerprint.json()));
    }
  }
}
