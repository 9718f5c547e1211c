package io.tideline.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.simlog.GroupRecord;
import io.tideline.engine.simlog.LogBytes;
import io.tideline.engine.simlog.LogEnd;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import io.tideline.engine.simlog.UnsupportedGatlingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
  private final List<String> told = new ArrayList<>();
  private Path log;
  private LogFollower follower;

  @BeforeEach
  void aLogThatIsNotThereYet(@TempDir Path folder) {
    log = folder.resolve("simulation.log");
    follower = new LogFollower(log, List.of(new Names(told)));
  }

  @Test
  void aLogThatIsNotThereYetHasNothingToRead() throws Exception {
    assertThat(follower.poll()).isZero();
    assertThat(told).isEmpty();
  }

  @Test
  void aLogThatGrowsByteByByteIsToldRecordByRecord() throws Exception {
    byte[] bytes = LogBytes.ofEveryKind();
    for (byte one : bytes) {
      append(one);
      assertThat(follower.poll()).isOne();
    }

    assertThat(told)
        .containsExactly("run", "start", "request", "request", "request", "error", "group", "end");
    assertThat(follower.poll()).isZero();
    assertThat(follower.end()).isEqualTo(new LogEnd.WholeRecords(8, bytes.length));
  }

  @Test
  void aRecordCutShortIsToldOnceItsRestIsThere() throws Exception {
    byte[] bytes = LogBytes.withRun().user(0, true, 10).bytes();
    append(Arrays.copyOf(bytes, bytes.length - 3));
    follower.poll();
    assertThat(told).containsExactly("run");
    assertThat(follower.end()).isInstanceOf(LogEnd.CutOff.class);

    append(Arrays.copyOfRange(bytes, bytes.length - 3, bytes.length));
    assertThat(follower.poll()).isEqualTo(3);
    assertThat(told).containsExactly("run", "start");
  }

  @Test
  void aLogLargerThanTheBufferIsReadInOnePoll() throws Exception {
    LogBytes many = LogBytes.withRun();
    for (int i = 0; i < 10_000; i++) {
      many.request(List.of("Browse timeline"), "Open", i, i + 1, "");
    }
    append(many.bytes());

    assertThat(follower.poll()).isEqualTo(many.bytes().length);
    assertThat(told).hasSize(10_001);
  }

  @Test
  void aLogThatBecameShorterIsAnotherRuns() throws Exception {
    append(LogBytes.ofEveryKind());
    follower.poll();
    told.clear();

    byte[] other = LogBytes.withRun().user(1, true, 5).bytes();
    Files.write(log, other);
    assertThat(follower.poll()).isEqualTo(other.length);
    assertThat(told).containsExactly("run", "start");
  }

  @Test
  void anotherFollowerReadsTheWholeLogFromItsBeginning() throws Exception {
    append(LogBytes.ofEveryKind());
    follower.poll();
    List<String> later = new ArrayList<>();

    new LogFollower(log, List.of(new Names(later))).poll();

    assertThat(later).isEqualTo(told);
  }

  @Test
  void aDamagedLogIsReadUpToTheDamage() throws Exception {
    append(LogBytes.withRun().user(0, true, 10).bytes());
    append((byte) 9);
    follower.poll();
    append(new byte[100]);

    assertThat(follower.poll()).isZero();
    assertThat(told).containsExactly("run", "start");
    assertThat(follower.end().sentence(log)).contains("unknown record type 9");
  }

  @Test
  void aLogOfAnUnknownGatlingIsRefusedAtEachPoll() throws Exception {
    append(LogBytes.withRun("9.9.9", "A").bytes());

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(follower::poll)
          .isInstanceOf(UnsupportedGatlingException.class)
          .hasMessageContaining("9.9.9");
    }
  }

  @Test
  void everyListenerIsToldEveryRecord() throws Exception {
    append(LogBytes.ofEveryKind());
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();

    new LogFollower(log, List.of(new Names(first), new Names(second))).poll();

    assertThat(first).hasSize(8).isEqualTo(second);
  }

  private void append(byte... bytes) throws IOException {
    Files.write(log, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private record Names(List<String> told) implements SimulationLogListener {
    @Override
    public void run(RunRecord run) {
      told.add("run");
    }

    @Override
    public void request(RequestRecord request) {
      told.add("request");
    }

    @Override
    public void user(int scenario, boolean start, int millis) {
      told.add(start ? "start" : "end");
    }

    @Override
    public void group(GroupRecord group) {
      told.add("group");
    }

    @Override
    public void error(String message, int millis) {
      told.add("error");
    }
  }
}
