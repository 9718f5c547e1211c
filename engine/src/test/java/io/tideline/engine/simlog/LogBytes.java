package io.tideline.engine.simlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the bytes of a simulation.log together, right or wrong. */
public final class LogBytes {
  static final long START = 1_790_000_000_000L;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Integer> cache = new HashMap<>();

  public static LogBytes withRun(String version, String... scenarios) {
    return withRun(START, version, scenarios);
  }

  public static LogBytes withRunAt(long startEpochMillis) {
    return withRun(startEpochMillis, "3.15.1", "Browse timeline", "Create memory");
  }

  private static LogBytes withRun(long start, String version, String... scenarios) {
    LogBytes log = new LogBytes().raw(RecordType.RUN).string(version).string("a.Simulation");
    log.out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(start).array());
    log.string("why").integer(scenarios.length);
    List.of(scenarios).forEach(log::string);
    return log.integer(1).integer(3).raw(7, 8, 9);
  }

  public static LogBytes withRun() {
    return withRun("3.15.1", "Browse timeline", "Create memory");
  }

  /** A small log with every kind of record. */
  public static byte[] ofEveryKind() {
    return withRun()
        .user(0, true, 10)
        .request(List.of("Browse timeline", "Page"), "Öffnen", 12, 40, "")
        .request(List.of("Browse timeline"), "開く → 記憶", 41, 90, "status 500, not 200")
        .request(List.of("Browse timeline"), "開く → 記憶", 91, 99, "")
        .error("Sign in: no session ", 100)
        .raw(RecordType.GROUP)
        .groups(List.of("Browse timeline"))
        .integer(12)
        .integer(99)
        .integer(85)
        .raw(0)
        .user(0, false, 101)
        .bytes();
  }

  public LogBytes request(List<String> groups, String name, int start, int end, String failure) {
    return raw(RecordType.REQUEST)
        .groups(groups)
        .cached(name)
        .integer(start)
        .integer(end)
        .raw(failure.isEmpty() ? 1 : 0)
        .cached(failure);
  }

  public LogBytes user(int scenario, boolean start, int time) {
    return raw(RecordType.USER).integer(scenario).raw(start ? 1 : 0).integer(time);
  }

  public LogBytes error(String message, int time) {
    return raw(RecordType.ERROR).cached(message).integer(time);
  }

  LogBytes group(List<String> names, int start, int end, int response) {
    return raw(RecordType.GROUP).groups(names).integer(start).integer(end).integer(response).raw(1);
  }

  LogBytes groups(List<String> names) {
    integer(names.size());
    names.forEach(this::cached);
    return this;
  }

  LogBytes cached(String text) {
    Integer index = cache.putIfAbsent(text, cache.size() + 1);
    return index == null ? integer(cache.size()).string(text) : integer(-index);
  }

  LogBytes string(String text) {
    boolean latin1 = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
    byte[] bytes = text.getBytes(latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
    integer(bytes.length);
    out.writeBytes(bytes);
    return bytes.length == 0 ? this : raw(latin1 ? 0 : 1);
  }

  LogBytes integer(int value) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    return this;
  }

  LogBytes raw(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  public byte[] bytes() {
    return out.toByteArray();
  }
}
