package io.tideline.reports.gate;

import io.tideline.engine.plan.Resilience;
import io.tideline.engine.plan.Resilience.Writes;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Aftermath;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.WriteCounts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether every acknowledged write is there afterwards, and once. */
final class WriteChecks {
  private WriteChecks() {}

  static List<Check> of(Run run, Resilience promised) {
    Writes asked = promised.writes();
    Aftermath aftermath = run.aftermath();
    WriteCounts counts = aftermath == null ? null : aftermath.writes();
    List<Check> checks = new ArrayList<>();
    if (asked.lost() != null) {
      Question question = question("lost", asked.lost());
      checks.add(
          counts == null
              ? untold(question)
              : check(
                  question,
                  counts,
                  counts.lost(),
                  ": what was acknowledged was not on the standby that took over; replicate"
                      + " synchronously"));
    }
    if (asked.duplicated() != null) {
      Question question = question("duplicated", asked.duplicated());
      checks.add(
          counts == null
              ? untold(question)
              : check(
                  question,
                  counts,
                  counts.duplicated(),
                  ": a retry wrote again; writes need a key by which the second is known"));
    }
    return checks;
  }

  private static Question question(String what, @Nullable Long limit) {
    return new Question(
        "resilience/writes/" + what,
        what + " writes",
        "",
        limit == null ? null : (Double) (double) limit);
  }

  private static Check untold(Question question) {
    return question.answer(
        null,
        0,
        Status.INSUFFICIENT,
        "Acknowledged writes were not looked up after the run; see the run's output for what kept"
            + " them");
  }

  private static Check check(Question question, WriteCounts counts, long value, String missing) {
    double limit = question.limit() == null ? Double.MAX_VALUE : question.limit();
    Status status =
        value > limit
            ? Status.FAIL
            : counts.acknowledged() == 0 || value + counts.unknown() > limit
                ? Status.INSUFFICIENT
                : Status.PASS;
    return question.answer(
        (double) value,
        counts.acknowledged(),
        status,
        Figures.number(value)
            + " of "
            + Figures.count(counts.acknowledged(), "acknowledged write")
            + " "
            + question.metric().replace(" writes", "")
            + ", at most "
            + Figures.number(Math.round(limit))
            + " promised"
            + (counts.unknown() == 0
                ? ""
                : "; " + Figures.number(counts.unknown()) + " could not be looked up")
            + (status == Status.FAIL ? missing : "")
            + (counts.acknowledged() == 0 ? "; none was made: run longer" : ""));
  }
}
