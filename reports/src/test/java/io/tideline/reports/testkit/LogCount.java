package io.tideline.reports.testkit;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An independent count of a simulation.log, to hold run.json against: it reads the format in the
 * plainest way, shares no code with Tideline's reader, and keeps every time for exact percentiles.
 */
public final class LogCount {
  /** Wall clock that the log's times count from. */
  public final long startEpochMillis;

  /** Users that started and that left. */
  public final long[] users = new long[2];

  /** Requests that could not be built. */
  public final List<String> errors = new ArrayList<>();

  /** Every request, in the log's order. */
  public final List<Request> requests = new ArrayList<>();

  /** Passes through groups: the group's names joined by " / " to how many succeeded and failed. */
  public final Map<String, long[]> groups = new TreeMap<>();

  private final Map<Integer, String> strings = new HashMap<>();
  private final DataInputStream in;

  /** One request; its journey is the outermost group, or empty. */
  public record Request(String journey, String name, int start, int end, boolean ok, String why) {}

  /** Counts {@code log}, which must be whole. */
  public static LogCount of(Path log) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(log)))) {
      return new LogCount(in);
    }
  }

  private LogCount(DataInputStream in) throws IOException {
    this.in = in;
    in.readByte();
    string();
    string();
    startEpochMillis = in.readLong();
    string();
    for (int scenarios = in.readInt(); scenarios > 0; scenarios--) {
      string();
    }
    for (int assertions = in.readInt(); assertions > 0; assertions--) {
      in.skipNBytes(in.readInt());
    }
    for (int type = in.read(); type >= 0; type = in.read()) {
      record(type);
    }
  }

  private void record(int type) throws IOException {
    switch (type) {
      case 1 -> {
        List<String> path = path();
        String name = cached();
        int start = in.readInt();
        int end = in.readInt();
        boolean ok = in.readBoolean();
        String why = cached();
        requests.add(new Request(path.isEmpty() ? "" : path.get(0), name, start, end, ok, why));
      }
      case 2 -> {
        in.readInt();
        users[in.readBoolean() ? 0 : 1]++;
        in.readInt();
      }
      case 3 -> {
        String name = String.join(" / ", path());
        in.skipNBytes(3 * Integer.BYTES);
        groups.computeIfAbsent(name, key -> new long[2])[in.readBoolean() ? 0 : 1]++;
      }
      case 4 -> {
        errors.add(cached());
        in.readInt();
      }
      default -> throw new IOException("type " + type);
    }
  }

  /** The exact nearest-rank percentile of {@code millis}, which must not be empty. */
  public static int percentile(List<Integer> millis, double quantile) {
    List<Integer> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    int rank = (int) Math.ceil(quantile * sorted.size() - 1e-9);
    return sorted.get(Math.max(rank, 1) - 1);
  }

  private List<String> path() throws IOException {
    List<String> names = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      names.add(cached());
    }
    return names;
  }

  private String cached() throws IOException {
    int index = in.readInt();
    if (index < 0) {
      return strings.get(-index);
    }
    String text = string();
    strings.put(index, text);
    return text;
  }

  private String string() throws IOException {
    byte[] bytes = in.readNBytes(in.readInt());
    if (bytes.length == 0) {
      return "";
    }
    int coder = in.read();
    if (coder < 0) {
      throw new EOFException();
    }
    return new String(bytes, coder == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
  }
}
