package io.tideline.reports.stats;

import io.tideline.engine.health.HealthLog;
import io.tideline.engine.ledger.WriteLedger;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.reply.ReplyLog;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.LateLog;
import io.tideline.engine.schedule.StartLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the records of a run that came to its end reach to that end. A file may be cut off
 * where no reader of it would notice, and what is gone from it would count as nothing.
 */
final class RecordEnds {
  private static final double LEAST_SLACK_SECONDS = 10;
  private static final List<String> LINES =
      List.of(
          EventLog.FILE_NAME,
          HealthLog.FILE_NAME,
          ResourceLog.FILE_NAME,
          ReplyLog.FILE_NAME,
          ProxyRecorder.FILE_NAME,
          WriteLedger.FILE_NAME);
  private static final List<String> SAMPLES =
      List.of(
          HealthLog.FILE_NAME, ResourceLog.FILE_NAME, ReplyLog.FILE_NAME, ProxyRecorder.FILE_NAME);
  private static final Pattern AT =
      Pattern.compile("\"atSeconds\"\\s*:\\s*(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)");

  private RecordEnds() {}

  /**
   * The first thing that is wrong in {@code tideline}, the folder of a completed run; null when
   * nothing is.
   *
   * @param loadEndSeconds when the load ended, since the run's first instant
   */
  static @Nullable String problem(Path tideline, @Nullable Plan plan, double loadEndSeconds) {
    try {
      for (String name : LINES) {
        Path file = tideline.resolve(name);
        if (Files.exists(file) && !endsWithALine(file)) {
          return file + ": its last line is cut off, although the run came to its end";
        }
      }
      for (String name : SAMPLES) {
        String problem = tooShort(tideline.resolve(name), loadEndSeconds);
        if (problem != null) {
          return problem;
        }
      }
      Path late = tideline.resolve(LateLog.FILE_NAME);
      if (Files.exists(late) && !LateLog.isWhole(late)) {
        return late + ": its last record is cut off, although the run came to its end";
      }
    } catch (IOException e) {
      return e.getMessage();
    }
    return plan == null ? null : absent(tideline, plan);
  }

  /** Name of a record that only a run of Tideline leaves; empty when there is none. */
  static Optional<String> ofTideline(Path tideline) {
    return Stream.concat(
            Stream.of(StartLog.FILE_NAME, LateLog.FILE_NAME, Origin.FILE_NAME), LINES.stream())
        .filter(name -> Files.exists(tideline.resolve(name)))
        .findFirst();
  }

  private static @Nullable String absent(Path tideline, Plan plan) {
    Path late = tideline.resolve(LateLog.FILE_NAME);
    if (!Files.exists(late)) {
      return late
          + ": missing; response times count from when users were due, and nothing says how late"
          + " they were";
    }
    boolean search = plan.search() != null;
    boolean proxies = !plan.faults().proxies().isEmpty() && plan.faults().toxiproxy() == null;
    if (search && !Files.exists(tideline.resolve("capacity.json"))) {
      return tideline.resolve("capacity.json") + ": missing, although the plan searches";
    }
    if (proxies && !Files.exists(tideline.resolve(ProxyRecorder.FILE_NAME))) {
      return tideline.resolve(ProxyRecorder.FILE_NAME) + ": missing, although the plan has proxies";
    }
    return null;
  }

  private static boolean endsWithALine(Path file) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      return true;
    }
    try (var channel = Files.newByteChannel(file)) {
      channel.position(size - 1);
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.read(last) < 1 || last.get(0) == '\n';
    }
  }

  /** Samples come regularly: a file that ends long before the load does was cut off. */
  private static @Nullable String tooShort(Path file, double loadEndSeconds) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    double last = 0;
    double longest = 0;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Matcher at = AT.matcher(line);
        if (at.find()) {
          double seconds = Double.parseDouble(at.group(1));
          longest = last == 0 ? longest : Math.max(longest, seconds - last);
          last = Math.max(last, seconds);
        }
      }
    } catch (NumberFormatException e) {
      return null;
    }
    double slack = Math.max(LEAST_SLACK_SECONDS, 2 * longest);
    return last + slack >= loadEndSeconds
        ? null
        : String.format(
            Locale.ROOT,
            "%s: ends %.0f s after the start, although the load went on until %.0f s",
            file,
            last,
            loadEndSeconds);
  }
}
