package io.tideline.simulations.run;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Search;
import io.tideline.engine.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What is about to happen, in a few lines. */
final class Announcement {
  private Announcement() {}

  static String of(PreparedRun run) {
    Plan plan = run.plan();
    Schedule schedule = run.schedule();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%nTideline: %s against %s (%s), seed %d%s%n  %s%n",
            plan.scenario(),
            plan.target().baseUrl(),
            plan.target().env(),
            plan.load().seed(),
            plan.load().speedup() == 1
                ? ""
                : ", time compressed " + plan.load().speedup() + " times",
            plan.description()));
    Search search = plan.search();
    if (search != null) {
      return text.append(search(run, search)).toString();
    }
    List<Phase> phases = plan.load().phases();
    for (int i = 0; i < phases.size(); i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-16s %10s %9d users%s%n",
              phases.get(i).name(),
              words(phases.get(i).duration()),
              schedule.offered(i),
              phases.get(i).warmUp() ? "   (left out of the verdict)" : ""));
    }
    return text.append(System.lineSeparator()).toString();
  }

  private static String search(PreparedRun run, Search search) {
    double rate = run.plan().load().rate();
    return String.format(
        Locale.ROOT,
        "  from %.4g users per second, %.4g at most; steps of %s, a hold of %s; in all %s at most%n"
            + "  accounts for %d users%n%n",
        search.levels().start() * rate,
        Math.min(search.levels().cap() * rate, run.plan().limits().rate()),
        words(search.times().measure()),
        words(search.times().hold()),
        words(run.plan().duration()),
        run.users().most());
  }

  /** A duration as people write it: {@code 1 h 5 min}, {@code 30 s}. */
  private static String words(Duration duration) {
    long hours = duration.toHours();
    int minutes = duration.toMinutesPart();
    double seconds = duration.toSecondsPart() + duration.toMillisPart() / 1000.0;
    StringBuilder words = new StringBuilder();
    words.append(hours > 0 ? hours + " h " : "").append(minutes > 0 ? minutes + " min " : "");
    if (seconds > 0) {
      String number = seconds == Math.rint(seconds) ? "%.0f s" : "%.1f s";
      words.append(String.format(Locale.ROOT, number, seconds));
    }
    return words.toString().strip();
  }
}
