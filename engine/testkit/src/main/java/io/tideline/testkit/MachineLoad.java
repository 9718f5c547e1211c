package io.tideline.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * How much of the processors others took since it began, and for how long a thread that only sleeps
 * was held up. Others are all processes outside this build (Maven, its tests, and whatever these
 * have started), and the host, where it steals time. What the build does beside a test is known to
 * who wrote it, and no excuse. Where there is no {@code /proc} it goes by the thread alone.
 */
final class MachineLoad implements QuietMachine.Meter {
  /** A fifth of one of two processors is what a desktop does by itself. */
  private static final double MOST_FOREIGN = 0.10;

  /** Of the time, and not less than the milliseconds below. */
  private static final double MOST_HELD_UP = 0.03;

  private static final long LEAST_HELD_UP_MILLIS = 100;
  private static final long LATE_MILLIS = 20;
  private static final long SLEEP_MILLIS = 5;
  private static final String MAVEN = "plexus-classworlds";
  private static final Path PROC = Path.of("/proc");

  private final long begin = System.nanoTime();
  private final double others;
  private final double all;
  private final Thread sleeper = new Thread(this::sleep, "hiccups");
  private final LongAdder heldUp = new LongAdder();
  private volatile boolean ended;

  private MachineLoad() {
    Ticks ticks = Ticks.now();
    others = ticks.others;
    all = ticks.all;
    sleeper.setDaemon(true);
    sleeper.setPriority(Thread.MAX_PRIORITY);
    sleeper.start();
  }

  static MachineLoad begin() {
    return new MachineLoad();
  }

  private void sleep() {
    while (!ended) {
      long before = System.nanoTime();
      try {
        TimeUnit.MILLISECONDS.sleep(SLEEP_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      long late = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before) - SLEEP_MILLIS;
      if (late > LATE_MILLIS) {
        heldUp.add(late);
      }
    }
  }

  /** The share of all processors that others had since the begin. */
  double foreign() {
    Ticks now = Ticks.now();
    return now.all > all ? Math.max(0, now.others - others) / (now.all - all) : 0;
  }

  @Override
  public String busy() {
    double foreign = foreign();
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (foreign > MOST_FOREIGN) {
      return String.format(
          Locale.ROOT,
          "other programs had %.0f %% of its processors for %.1f s (at most %.0f %%)",
          100 * foreign,
          seconds,
          100 * MOST_FOREIGN);
    }
    long late = heldUp.sum();
    if (late > Math.max(LEAST_HELD_UP_MILLIS, 1e3 * MOST_HELD_UP * seconds)) {
      return String.format(
          Locale.ROOT, "a thread that only sleeps was held up for %d ms of %.1f s", late, seconds);
    }
    return "";
  }

  @Override
  public void close() {
    ended = true;
    sleeper.interrupt();
  }

  /**
   * Hundredths of seconds since the machine's start.
   *
   * @param all of all processors, idle ones too
   * @param others of what was used, without this process and its descendants
   */
  record Ticks(double all, double others) {
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int GUEST = 8;

    static Ticks now() {
      try (Stream<String> lines = Files.lines(PROC.resolve("stat"))) {
        double[] cpu =
            Arrays.stream(lines.findFirst().orElse("cpu 0").trim().split("\\s+"))
                .skip(1)
                .limit(GUEST) // time of guests is in the user's already
                .mapToDouble(Double::parseDouble)
                .toArray();
        double sum = Arrays.stream(cpu).sum();
        return new Ticks(sum, sum - cpu[IDLE] - cpu[IO_WAIT] - own());
      } catch (IOException | RuntimeException e) {
        return new Ticks(0, 0);
      }
    }

    static double own() {
      ProcessHandle build = build();
      return Stream.concat(Stream.of(build), build.descendants())
          .mapToDouble(process -> used(process.pid()))
          .sum();
    }

    /** The outermost Maven that this is a part of; this process where there is none. */
    private static ProcessHandle build() {
      ProcessHandle build = ProcessHandle.current();
      Optional<ProcessHandle> ancestor = build.parent();
      while (ancestor.isPresent()) {
        if (ancestor.get().info().commandLine().orElse("").contains(MAVEN)) {
          build = ancestor.get();
        }
        ancestor = ancestor.get().parent();
      }
      return build;
    }

    /** Of a process and of those of its children that have ended: fields 14 to 17. */
    static double used(long pid) {
      try {
        String stat = Files.readString(PROC.resolve(pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Arrays.stream(fields, 11, 15).mapToDouble(Double::parseDouble).sum();
      } catch (IOException e) {
        return 0; // it has just ended
      }
    }
  }
}
