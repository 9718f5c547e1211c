package io.tideline.engine.simlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.core.stats.writer.BufferedFileChannelWriter;
import io.gatling.core.stats.writer.DataWriterMessageSerializer;
import io.gatling.core.stats.writer.ResponseMessageSerializer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Reads what Gatling's own classes write, where they write it wrongly too. */
class GatlingWriterTest {
  private static final long SEED = 20260102;
  private static final int BUFFER = 8192;

  @TempDir Path folder;

  /** Gatling's writer, and what should be read of it. */
  private static final class Written implements AutoCloseable {
    final List<String> expected = new ArrayList<>();
    int failures;

    private final BufferedFileChannelWriter writer;
    private final ResponseMessageSerializer responses;

    Written(Path file) throws Exception {
      Files.write(file, LogBytes.withRun().bytes());
      FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND);
      writer = new BufferedFileChannelWriter(channel, ByteBuffer.allocate(BUFFER));
      responses = new ResponseMessageSerializer(writer, LogBytes.START);
    }

    void request(List<String> groups, String name, int at, String why)
        throws ReflectiveOperationException {
      boolean lost = why.length() > RecordFields.LONGEST_STRING;
      String path = String.join(" / ", groups) + (groups.isEmpty() ? "" : " / ") + name;
      expected.add(
          "request %s %d-%d %s '%s'"
              .formatted(
                  path,
                  at,
                  at + 1,
                  why.isEmpty() ? "ok" : "ko",
                  lost ? RecordFields.LOST_MESSAGE : why));
      try {
        serialize(response(groups, name, at, why));
      } catch (RuntimeException e) {
        // As Gatling's actors do: it is logged, and the next record comes.
        failures++;
      }
    }

    @SuppressWarnings("unchecked")
    private void serialize(Object response) {
      ((DataWriterMessageSerializer<Object>) (Object) responses).serialize(response);
    }

    /** By its constructor, since javac does not find classes within Scala's objects. */
    private static Object response(List<String> groups, String name, int at, String why)
        throws ReflectiveOperationException {
      return Class.forName("io.gatling.core.stats.writer.DataWriterMessage$LoadEvent$Response")
          .getConstructors()[0]
          .newInstance(
              "Browse timeline",
              CollectionConverters.asScala(groups).toList(),
              name,
              LogBytes.START + at,
              LogBytes.START + at + 1,
              why.isEmpty() ? OK$.MODULE$ : KO$.MODULE$,
              Option.empty(),
              Option.apply(why));
    }

    @Override
    public void close() {
      writer.close();
    }
  }

  @Test
  void anEmptyMessageForWhichTheBufferHasNoRoomIsRead() throws Exception {
    int failures = 0;
    for (int length = BUFFER - 100; length < BUFFER; length++) {
      Path file = folder.resolve("simulation.log");
      Written written = new Written(file);
      try (written) {
        written.request(
            List.of(), "n".repeat(Math.min(length, RecordFields.LONGEST_STRING)), 1, "");
        written.request(List.of("Page"), "Open", 2, "");
        written.request(List.of("Page"), "Open", 3, "status 500");
        written.request(List.of("Page"), "Open", 4, "");
      }
      assertIsRead(file, written);
      failures += written.failures;
    }
    assertThat(failures).as("records that Gatling failed to write").isPositive();
  }

  @Test
  void messagesOfAnyLengthAreRead() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    int failures = 0;
    for (int round = 0; round < 50; round++) {
      Path file = folder.resolve("simulation.log");
      Written written = new Written(file);
      try (written) {
        for (int i = 0; i < 200; i++) {
          List<String> groups = random.nextBoolean() ? List.of() : List.of("Page", "開く");
          written.request(groups, "Request " + random.nextInt(30), i, message(random));
        }
        written.request(List.of(), "Last", 200, "");
      }
      assertIsRead(file, written);
      failures += written.failures;
    }
    assertThat(failures).as("records that Gatling failed to write").isPositive();
  }

  private static String message(SplittableRandom random) {
    return switch (random.nextInt(10)) {
      case 0 -> "status " + random.nextInt(600);
      case 1 -> "記憶 " + random.nextInt(600);
      case 2 -> "x".repeat(random.nextInt(12_000));
      case 3 -> "x".repeat(BUFFER - 8 + random.nextInt(16));
      default -> "";
    };
  }

  private static void assertIsRead(Path file, Written written) throws Exception {
    Told told = new Told();
    LogEnd end = SimulationLog.read(file, told);
    assertThat(end.whole()).as(end.sentence(file)).isTrue();
    assertThat(told.records.subList(1, told.records.size())).isEqualTo(written.expected);
  }
}
