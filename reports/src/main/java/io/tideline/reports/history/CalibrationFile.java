package io.tideline.reports.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.band.Calibration;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The noise of a shelf's environment, where it was measured: {@code calibration.json}. */
public final class CalibrationFile {
  static final String FILE_NAME = "calibration.json";

  private static final int DECIMALS = 6;

  private CalibrationFile() {}

  /**
   * Keeps {@code calibration} on {@code shelf} in place of what was there.
   *
   * @return the file
   */
  public static Path write(Calibration calibration, Shelf shelf) throws IOException {
    ObjectNode json = JsonText.object().put("runs", calibration.runs());
    ObjectNode deviations = json.putObject("deviations");
    calibration
        .deviations()
        .forEach((id, value) -> deviations.put(id, JsonText.rounded(value, DECIMALS)));
    return WholeFile.writeWithFolder(shelf.folder().resolve(FILE_NAME), JsonText.of(json));
  }

  /**
   * What was kept; {@link Calibration#NONE} when nothing was.
   *
   * @throws IOException with the file when it is damaged
   */
  public static Calibration read(Shelf shelf) throws IOException {
    for (Path folder : shelf.folders()) {
      Path file = folder.resolve(FILE_NAME);
      if (Files.exists(file)) {
        return read(file);
      }
    }
    return Calibration.NONE;
  }

  private static Calibration read(Path file) throws IOException {
    try {
      JsonNode json = JsonText.parse(WholeFile.text(file));
      Map<String, Double> deviations = new TreeMap<>();
      json.required("deviations")
          .fields()
          .forEachRemaining(field -> deviations.put(field.getKey(), deviation(field.getValue())));
      return new Calibration(deviations, json.required("runs").asInt());
    } catch (JsonProcessingException e) {
      throw damaged(file, JsonText.problem(e), e);
    } catch (IllegalArgumentException e) {
      throw damaged(file, e.getMessage(), e);
    }
  }

  private static double deviation(JsonNode value) {
    double deviation = value.asDouble(Double.NaN);
    if (!(deviation >= 0 && deviation <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a deviation is " + value);
    }
    return deviation;
  }

  private static IOException damaged(Path file, @Nullable String what, Exception cause) {
    return new IOException(
        file + ": not a calibration (" + what + "); delete it, and calibrate again", cause);
  }
}
