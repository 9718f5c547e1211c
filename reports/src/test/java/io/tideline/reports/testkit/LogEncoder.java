package io.tideline.reports.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes simulation.log as Gatling does, for tests; knows nothing of Tideline's reader. */
public final class LogEncoder {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Map<String, Integer> cache = new HashMap<>();

  /** Begins a log with the run's record. */
  public LogEncoder(String version, long startEpochMillis, List<String> scenarios) {
    write(
        () -> {
          out.writeByte(0);
          string(version);
          string("example.MemoriesSimulation");
          out.writeLong(startEpochMillis);
          string("");
          out.writeInt(scenarios.size());
          for (String scenario : scenarios) {
            string(scenario);
          }
          out.writeInt(0);
        });
  }

  /** A request; {@code groupsAndName} has its name last, {@code failure} is empty for success. */
  public LogEncoder request(List<String> groupsAndName, int start, int end, String failure) {
    return write(
        () -> {
          out.writeByte(1);
          groups(groupsAndName.subList(0, groupsAndName.size() - 1));
          cached(groupsAndName.get(groupsAndName.size() - 1));
          out.writeInt(start);
          out.writeInt(end);
          out.writeBoolean(failure.isEmpty());
          cached(failure);
        });
  }

  /** A user's start or end. */
  public LogEncoder user(int scenario, boolean start, int time) {
    return write(
        () -> {
          out.writeByte(2);
          out.writeInt(scenario);
          out.writeBoolean(start);
          out.writeInt(time);
        });
  }

  /** A user's pass through a group. */
  public LogEncoder group(String name, int start, int end, boolean ok) {
    return write(
        () -> {
          out.writeByte(3);
          groups(List.of(name));
          out.writeInt(start);
          out.writeInt(end);
          out.writeInt(end - start);
          out.writeBoolean(ok);
        });
  }

  /** A request that could not be built. */
  public LogEncoder error(String message, int time) {
    return write(
        () -> {
          out.writeByte(4);
          cached(message);
          out.writeInt(time);
        });
  }

  /** The log so far. */
  public byte[] bytes() {
    return bytes.toByteArray();
  }

  private void groups(List<String> names) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      cached(name);
    }
  }

  private void cached(String text) throws IOException {
    Integer known = cache.putIfAbsent(text, cache.size() + 1);
    if (known == null) {
      out.writeInt(cache.size());
      string(text);
    } else {
      out.writeInt(-known);
    }
  }

  private void string(String text) throws IOException {
    boolean latin = text.chars().allMatch(c -> c < 256);
    byte[] encoded = text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
    out.writeInt(encoded.length);
    if (encoded.length > 0) {
      out.write(encoded);
      out.writeByte(latin ? 0 : 1);
    }
  }

  private LogEncoder write(Writing record) {
    try {
      record.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing {
    void write() throws IOException;
  }
}
