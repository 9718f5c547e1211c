package io.tideline.engine.plan;

import io.tideline.engine.plan.Phase.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a phase that replays recorded arrivals: {@code { name = replay, instants = "arrivals.txt"
 * }}. The file has one instant on a line, in seconds from the start of the recording, in order;
 * empty lines and lines that begin with {@code #} are passed over. The phase lasts until the first
 * whole second after the last instant, and the scenario's rate does not matter to it.
 */
final class RecordedPhase {
  static final int MOST_INSTANTS = 1_000_000;

  private static final String KEY = "instants";
  private static final int MOST_LEVELS = 300;
  private static final double NANOS_PER_SECOND = 1e9;

  private RecordedPhase() {}

  /** The phase; none, and a problem noted, when its file cannot be used. */
  static List<Phase> read(Node node, String name) {
    for (String other : Set.of("lasts", "hold", "ramp", "steps", "curve")) {
      if (node.has(other)) {
        node.problem(other, "instants say when users arrive and how long that lasts; leave it out");
      }
    }
    String file = node.read(KEY, Values.TEXT, "");
    try {
      List<Double> instants = instants(node.beside(KEY, file));
      long seconds = (long) Math.floor(instants.get(instants.size() - 1)) + 1;
      boolean warmUp = node.read("warm-up", Values.FLAG, false);
      Duration duration = Duration.ofSeconds(seconds);
      List<Level> unknown = List.of(new Level(0, 1), new Level(1, 1));
      return List.of(new Phase(name, duration, warmUp, unknown, instants));
    } catch (IOException e) {
      node.problem(KEY, String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  private static List<Double> instants(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": cannot be read");
    }
    List<Double> instants = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        String place = file + ":" + number + ": ";
        double instant = instant(text, place);
        if (!instants.isEmpty() && instant < instants.get(instants.size() - 1)) {
          throw new IOException(place + text + " s comes before the line above");
        }
        instants.add(instant);
      }
    }
    if (instants.isEmpty() || instants.size() > MOST_INSTANTS) {
      throw new IOException(
          file + ": holds " + instants.size() + " instants; 1 to " + MOST_INSTANTS + " will do");
    }
    return instants;
  }

  private static double instant(String text, String place) throws IOException {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds >= 0 && seconds < Double.POSITIVE_INFINITY) {
        return seconds;
      }
    } catch (NumberFormatException notOne) {
      throw new IOException(
          place + "\"" + text + "\" is no number of seconds, such as 12.345", notOne);
    }
    throw new IOException(place + "\"" + text + "\" is no instant of 0 s or later");
  }

  /**
   * {@code phase} with levels for those who look at it: in a few hundred equal parts about how many
   * arrive, as multiples of {@code rate}.
   */
  static Phase levelled(Phase phase, double rate) {
    double seconds = phase.duration().toNanos() / NANOS_PER_SECOND;
    int parts = (int) Math.max(1, Math.min(MOST_LEVELS, seconds));
    long[] counts = new long[parts];
    for (double instant : phase.instants()) {
      counts[(int) Math.min(parts - 1, instant / seconds * parts)]++;
    }
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      double level = counts[i] * parts / seconds / rate;
      levels.add(new Level((double) i / parts, level));
      levels.add(new Level((i + 1.0) / parts, level));
    }
    return new Phase(phase.name(), phase.duration(), phase.warmUp(), levels, phase.instants());
  }
}
