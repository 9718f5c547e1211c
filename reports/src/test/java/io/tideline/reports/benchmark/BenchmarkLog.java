package io.tideline.reports.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes a simulation.log of any length as Gatling does: 1,000 requests a second of users who come
 * every 7 ms, take one of five journeys and send seven requests, 1.4 s apart. Each user makes ten
 * records. One request in a thousand fails. The same number of records gives the same bytes.
 */
final class BenchmarkLog {
  private static final int RECORDS_PER_USER = 10;
  private static final int REQUESTS_PER_USER = 7;
  private static final int MILLIS_PER_USER = 7;
  private static final int USERS_PER_PAUSE = 200;
  private static final int FAILS_ONE_IN = 1_000;
  private static final int BUFFER_BYTES = 1 << 20;
  private static final int ROOM_FOR_A_RECORD = 1 << 10;
  private static final List<String> JOURNEYS =
      List.of(
          "Browse timeline", "Create memory", "Upload media", "Search memories", "Share memory");

  private final FileChannel file;
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final Map<String, Integer> cache = new HashMap<>();
  private final LoggedRequests requests;
  private final int[] latencies;
  private final SplittableRandom random = new SplittableRandom(42);
  private long ok;
  private long ko;

  /** What was written. */
  record Counts(long records, long ok, long ko, long bytes) {}

  private BenchmarkLog(FileChannel file, LoggedRequests requests) {
    this.file = file;
    this.requests = requests;
    this.latencies = requests.latencies();
  }

  /** Writes {@code folder/simulation.log} with a multiple of ten {@code records} and one more. */
  static Counts write(Path folder, long records, LoggedRequests requests) throws IOException {
    Files.createDirectories(folder);
    Path log = folder.resolve("simulation.log");
    long users = records / RECORDS_PER_USER;
    try (FileChannel file =
        FileChannel.open(
            log,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      BenchmarkLog written = new BenchmarkLog(file, requests);
      written.writeAll(users);
      return new Counts(users * RECORDS_PER_USER + 1, written.ok, written.ko, Files.size(log));
    }
  }

  private void writeAll(long users) throws IOException {
    run();
    long steps = users + (long) USERS_PER_PAUSE * REQUESTS_PER_USER;
    for (long step = 0; step < steps; step++) {
      int now = Math.toIntExact(step * MILLIS_PER_USER);
      if (step < users) {
        user(journeyOf(step), true, now);
      }
      for (int i = 0; i < REQUESTS_PER_USER; i++) {
        long user = step - (long) i * USERS_PER_PAUSE;
        if (user >= 0 && user < users) {
          request(journeyOf(user), i, now + i);
        }
      }
      long leaving = step - (long) REQUESTS_PER_USER * USERS_PER_PAUSE;
      if (leaving >= 0) {
        int begin = now - REQUESTS_PER_USER * USERS_PER_PAUSE * MILLIS_PER_USER;
        leave(journeyOf(leaving), begin, now + REQUESTS_PER_USER - 1);
      }
    }
    flush();
  }

  private static int journeyOf(long user) {
    long mixed = user * 0x9E3779B97F4A7C15L;
    return (int) ((mixed >>> 33) % JOURNEYS.size());
  }

  private void run() throws IOException {
    out.put((byte) 0);
    string("3.15.1");
    string("benchmark.MemoriesSimulation");
    out.putLong(1_790_000_000_000L);
    string("");
    out.putInt(JOURNEYS.size());
    for (String journey : JOURNEYS) {
      string(journey);
    }
    out.putInt(0);
  }

  private void user(int journey, boolean start, int millis) throws IOException {
    makeRoom();
    out.put((byte) 2).putInt(journey).put((byte) (start ? 1 : 0)).putInt(millis);
  }

  private void request(int journey, int number, int end) throws IOException {
    makeRoom();
    int latency = latencies[random.nextInt(latencies.length)];
    boolean fails = random.nextInt(FAILS_ONE_IN) == 0;
    out.put((byte) 1).putInt(1);
    cached(JOURNEYS.get(journey));
    cached(requests.name(JOURNEYS.get(journey), number % (3 + journey), ok + ko));
    out.putInt(Math.max(0, end - latency)).putInt(end).put((byte) (fails ? 0 : 1));
    cached(fails ? "status.find.in(200,304), but actually found " + (500 + number) : "");
    ok += fails ? 0 : 1;
    ko += fails ? 1 : 0;
  }

  private void leave(int journey, int begin, int end) throws IOException {
    makeRoom();
    out.put((byte) 3).putInt(1);
    cached(JOURNEYS.get(journey));
    out.putInt(begin).putInt(end).putInt(500).put((byte) 1);
    user(journey, false, end);
  }

  private void cached(String text) {
    Integer known = cache.putIfAbsent(text, cache.size() + 1);
    if (known == null) {
      out.putInt(cache.size());
      string(text);
    } else {
      out.putInt(-known);
    }
  }

  private void string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    out.putInt(bytes.length);
    if (bytes.length > 0) {
      out.put(bytes).put((byte) 0);
    }
  }

  private void makeRoom() throws IOException {
    if (out.remaining() < ROOM_FOR_A_RECORD) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      file.write(out);
    }
    out.clear();
  }
}
