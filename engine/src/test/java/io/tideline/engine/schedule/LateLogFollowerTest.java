package io.tideline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.schedule.LateLog.LateRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateLogFollowerTest {
  private static final LateRequest FIRST = new LateRequest(1_000, 20, 5, true, "Ask", "Answer");
  private static final LateRequest SECOND = new LateRequest(2_000, 30, 6, false, "", "Öffnen");

  @TempDir Path folder;
  private final List<LateRequest> told = new ArrayList<>();

  @Test
  void eachRequestIsToldOnceAsTheFileGrowsByteByByte() throws IOException {
    Path whole = folder.resolve("whole.log");
    try (LateLogWriter writer = new LateLogWriter(whole)) {
      writer.late(FIRST);
      writer.late(SECOND);
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path growing = folder.resolve("growing.log");
    LateLogFollower follower = new LateLogFollower(growing, told::add);
    follower.poll();
    for (int length = 0; length <= bytes.length; length++) {
      Files.write(growing, Arrays.copyOf(bytes, length));
      follower.poll();
    }
    assertThat(told).containsExactly(FIRST, SECOND);
    follower.startOver();
    follower.poll();
    assertThat(told).containsExactly(FIRST, SECOND, FIRST, SECOND);
  }

  @Test
  void whatIsNoSuchRecordIsOneSentence() throws IOException {
    Path other = Files.write(folder.resolve("other.log"), new byte[40]);
    assertThatThrownBy(new LateLogFollower(other, told::add)::poll)
        .isInstanceOf(IOException.class)
        .hasMessage(other + ": byte 0: not a record of late requests");
  }
}
