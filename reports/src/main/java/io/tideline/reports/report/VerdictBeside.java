package io.tideline.reports.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is open about a run by the {@code verdict.json} beside it, for those who do not judge it.
 */
public final class VerdictBeside {
  private VerdictBeside() {}

  /**
   * One sentence for each thing that is open: an INVALID verdict, a suspicion that nothing has
   * confirmed, what is not known. None when there is no verdict beside the run, or nothing is open.
   *
   * @param run a results folder, or a {@code run.json}
   * @throws IOException when there is no such run, or the verdict cannot be read
   */
  public static List<String> open(Path run) throws IOException {
    Path file = RunReader.locate(run).resolveSibling(VerdictJson.FILE_NAME);
    List<String> open = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return open;
    }
    JsonNode json = JsonText.parse(WholeFile.text(file));
    String verdict = json.path("verdict").asText();
    if (verdict.equals("INVALID")) {
      open.add("INVALID: " + json.path("reasons").path(0).asText());
    }
    JsonNode suspicion = json.path("suspicion").path("sentence");
    if (suspicion.isTextual()) {
      open.add(verdict + ", with an " + suspicion.asText());
    }
    json.path("unknown").forEach(clause -> open.add("not known: " + clause.asText()));
    return open;
  }
}
