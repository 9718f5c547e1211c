package io.tideline.reports.testkit;

import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Makes results folders of a Gatling that Tideline did not run, as its open and its closed
 * injection fill them: users arrive at an even pace, or as others leave. Each run begins a day
 * after the one before.
 */
public final class PlainRun {
  private static final long FIRST_INSTANT = 1_790_000_000_000L;
  private static final long DAY = 86_400_000L;

  private final Path folder;
  private String gatling = "3.15.1";
  private int runs;

  /**
   * @param folder for the results folders
   */
  public PlainRun(Path folder) {
    this.folder = folder;
  }

  /** Writes the next runs as another version of Gatling. */
  public PlainRun by(String version) {
    this.gatling = version;
    return this;
  }

  /**
   * A request that each user makes.
   *
   * @param groups that it is in, the outermost first
   * @param of so many users one makes it
   * @param millis that it takes, give or take a fifth
   * @param failing share of it that fails
   */
  public record Step(List<String> groups, String name, int of, int millis, double failing) {
    /** One that each user makes, in no group, and that succeeds. */
    public static Step of(String name, int millis) {
      return new Step(List.of(), name, 1, millis, 0);
    }

    /** The same by one of so many users. */
    public Step oneIn(int users) {
      return new Step(groups, name, users, millis, failing);
    }

    /** The same that fails so often. */
    public Step failing(double share) {
      return new Step(groups, name, of, millis, share);
    }

    /** The same in a group. */
    public Step in(String group) {
      return new Step(List.of(group), name, of, millis, failing);
    }

    /** The same at so many times the time. */
    public Step slower(double factor) {
      return new Step(groups, name, of, (int) Math.round(millis * factor), failing);
    }
  }

  /**
   * When users arrive.
   *
   * @param users in an open injection
   * @param held users at a time in a closed one, else 0
   * @param power of an arrival's share of the time; 1 for an even pace
   */
  private record Injection(int users, int seconds, int held, double power) {}

  /** So many users, evenly over so many seconds; all at once for 0. */
  public Run open(String scenario, int users, int seconds, List<Step> steps) {
    return run(scenario, new Injection(users, seconds, 0, 1), steps);
  }

  /** The same, each arrival at its share of the time to this power: above 1 most come early. */
  public Run shaped(String scenario, int users, int seconds, double power, List<Step> steps) {
    return run(scenario, new Injection(users, seconds, 0, power), steps);
  }

  /** So many users at a time, for so many seconds. */
  public Run closed(String scenario, int held, int seconds, List<Step> steps) {
    return run(scenario, new Injection(0, seconds, held, 1), steps);
  }

  /** The folder of the latest run. */
  public Path latest() {
    return folder.resolve("run-" + runs);
  }

  private Run run(String scenario, Injection injection, List<Step> steps) {
    SplittableRandom random = new SplittableRandom(77L * ++runs);
    List<Event> events = new ArrayList<>();
    if (injection.held() > 0) {
      held(injection, steps, random, events);
    } else {
      for (int i = 0; i < injection.users(); i++) {
        double share = Math.pow((double) i / injection.users(), injection.power());
        user((int) (share * injection.seconds() * 1_000), steps, random, events);
      }
    }
    events.sort(Comparator.comparingInt(Event::at));
    LogEncoder log = new LogEncoder(gatling, FIRST_INSTANT + runs * DAY, List.of(scenario));
    events.forEach(event -> event.write().to(log));
    try {
      Files.createDirectories(latest());
      Files.write(latest().resolve("simulation.log"), log.bytes());
      return new ResultsFolder(latest()).read().run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void held(
      Injection injection, List<Step> steps, SplittableRandom random, List<Event> events) {
    PriorityQueue<Integer> free = new PriorityQueue<>();
    for (int i = 0; i < injection.held(); i++) {
      free.add(0);
    }
    while (!free.isEmpty()) {
      int start = free.remove();
      int end = user(start, steps, random, events);
      if (end < injection.seconds() * 1_000) {
        free.add(end);
      }
    }
  }

  private static int user(
      int start, List<Step> steps, SplittableRandom random, List<Event> events) {
    events.add(new Event(start, log -> log.user(0, true, start)));
    int now = start;
    for (Step step : steps) {
      if (random.nextInt(step.of()) == 0) {
        int from = now;
        int to = from + (int) Math.round(step.millis() * (0.8 + 0.4 * random.nextDouble()));
        String failure = random.nextDouble() < step.failing() ? "500" : "";
        List<String> path = new ArrayList<>(step.groups());
        path.add(step.name());
        events.add(new Event(to, log -> log.request(path, from, to, failure)));
        now = to + 1;
      }
    }
    int end = now;
    events.add(new Event(end, log -> log.user(0, false, end)));
    return end;
  }

  private record Event(int at, Writing write) {}

  private interface Writing {
    void to(LogEncoder log);
  }
}
