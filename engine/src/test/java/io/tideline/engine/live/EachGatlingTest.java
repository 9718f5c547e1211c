package io.tideline.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.simlog.LogEnd;
import io.tideline.engine.simlog.RecordedLogs;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLog;
import io.tideline.engine.simlog.SimulationLogListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log of each Gatling, watched while it grows as Gatling flushes it: a piece at a time. */
class EachGatlingTest {
  private static final int PIECE = 97;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.tideline.engine.simlog.RecordedLogs#versions")
  void aLogThatGrowsIsWatchedToItsEnd(String version) throws Exception {
    byte[] whole = Files.readAllBytes(RecordedLogs.of(version));
    Path growing = folder.resolve(SimulationLog.FILE_NAME);
    List<String> watched = new ArrayList<>();
    LogFollower follower = new LogFollower(growing, List.of(new Seen(watched)));
    for (int from = 0; from < whole.length; from += PIECE) {
      byte[] piece = Arrays.copyOfRange(whole, from, Math.min(whole.length, from + PIECE));
      Files.write(growing, piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      follower.poll();
    }

    List<String> read = new ArrayList<>();
    SimulationLog.read(RecordedLogs.of(version), new Seen(read));
    assertThat(watched).hasSize(1 + 4 * 12 - 12 + 5 + 2 * 17).isEqualTo(read);
    assertThat(watched.get(0)).isEqualTo("run of " + version);
    assertThat(follower.end()).isInstanceOf(LogEnd.WholeRecords.class);
  }

  private record Seen(List<String> told) implements SimulationLogListener {
    @Override
    public void run(RunRecord run) {
      told.add("run of " + run.gatlingVersion());
    }

    @Override
    public void request(RequestRecord request) {
      told.add(request.path() + " " + request.startMillis() + " " + request.endMillis());
    }

    @Override
    public void user(int scenario, boolean start, int millis) {
      told.add(scenario + " " + start + " " + millis);
    }
  }
}
