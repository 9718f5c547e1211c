package io.tideline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.schedule.StartLog.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartLogTest {
  @TempDir Path folder;

  private Path written(int starts, boolean ended) throws IOException {
    Path file = folder.resolve(StartLog.FILE_NAME);
    try (StartLogWriter writer = new StartLogWriter(file, 1234)) {
      for (int k = 0; k < starts; k++) {
        writer.started(k, k * 10L, k * 10L + 3);
      }
      if (ended) {
        writer.end(Ending.COMPLETED, 99);
      } else {
        writer.flush();
      }
    }
    return file;
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    List<Long> lags = new ArrayList<>();
    StartLogReader.Frame frame =
        StartLogReader.read(written(5000, true), (k, due, start) -> lags.add(start - due));
    assertThat(frame.epochMillis()).isEqualTo(1234);
    assertThat(frame.ending()).contains(Ending.COMPLETED);
    assertThat(lags).hasSize(5000).containsOnly(3L);
  }

  @Test
  void cutAtEveryByteItKeepsAllWholeRecordsAndIsNeverTakenForEnded() throws IOException {
    byte[] whole = Files.readAllBytes(written(10, true));
    Path cut = folder.resolve("cut");
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      List<Long> arrivals = new ArrayList<>();
      if (length < StartLog.HEADER_BYTES) {
        assertThatThrownBy(() -> StartLogReader.read(cut, (k, d, s) -> {}))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("cut off");
      } else {
        StartLogReader.Frame frame = StartLogReader.read(cut, (k, d, s) -> arrivals.add(k));
        assertThat(frame.ending()).isEmpty();
        assertThat(arrivals).hasSize((length - StartLog.HEADER_BYTES) / StartLog.RECORD_BYTES);
      }
    }
  }

  @Test
  void aFileOfAnotherKindIsRefusedWithItsName() throws IOException {
    Path file = Files.writeString(folder.resolve("other"), "this is no record of starts at all");
    assertThatThrownBy(() -> StartLogReader.read(file, (k, d, s) -> {}))
        .hasMessage(file + ": byte 0: not a record of starts");
  }

  @Test
  void aDamagedRecordIsNamedByItsByte() throws IOException {
    Path file = written(3, false);
    byte[] bytes = Files.readAllBytes(file);
    bytes[StartLog.HEADER_BYTES + StartLog.RECORD_BYTES] = (byte) 0x80;
    Files.write(file, bytes);
    assertThatThrownBy(() -> StartLogReader.read(file, (k, d, s) -> {}))
        .hasMessageContaining("byte 40: arrival index");
  }

  @Test
  void manyThreadsMayNoteStartsWhileAnotherWritesThem() throws Exception {
    Path file = folder.resolve("threads.log");
    int threads = 4;
    int each = 50_000;
    try (StartLogWriter writer = new StartLogWriter(file, 0)) {
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      for (int t = 0; t < threads; t++) {
        long first = (long) t * each;
        pool.execute(
            () -> LongStream.range(first, first + each).forEach(k -> writer.started(k, k, k + 1)));
      }
      pool.shutdown();
      while (!pool.awaitTermination(1, TimeUnit.MILLISECONDS)) {
        writer.flush();
      }
      writer.end(Ending.COMPLETED, 0);
    }
    boolean[] seen = new boolean[threads * each];
    StartLogReader.read(file, (k, due, start) -> seen[(int) k] = k == due && start == k + 1);
    assertThat(seen).doesNotContain(false);
  }
}
