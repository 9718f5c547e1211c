package io.tideline.reports.ticket;

import io.tideline.engine.plan.Caching;
import io.tideline.engine.plan.Plan;
import io.tideline.reports.caching.CacheCourse;
import io.tideline.reports.caching.ColdAndWarm;
import io.tideline.reports.caching.HitRatio;
import io.tideline.reports.gate.CheckFigures;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Replies;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;

/** A cache had less, or more, of what was looked up than the plan has it. */
record CacheMissed(FailedCheck failed) implements Finding {
  private static final double COLD = 0.05;
  private static final double FEW_ADDRESSES = 0.05;

  @Override
  public String kind() {
    return "caching";
  }

  @Override
  public String title() {
    return (isTooHigh()
            ? "More hits of the cache than are believed, above "
            : "Hits of the cache below ")
        + CheckFigures.figure(failed.check().limit(), failed.check().unit())
        + " in "
        + failed.where();
  }

  private boolean isTooHigh() {
    return failed.miss() > 1;
  }

  /** What counts is how many more lookups went past the cache than were promised. */
  @Override
  public Severity severity() {
    Double share = failed.check().value();
    Double limit = failed.check().limit();
    if (share == null || limit == null || isTooHigh() || limit >= 1) {
      return Severity.MEDIUM;
    }
    return Severity.ofMiss((1 - share) / (1 - limit));
  }

  @Override
  public Sureness sureness() {
    return Sureness.LIKELY;
  }

  @Override
  public List<String> evidence() {
    Run run = failed.run();
    List<String> facts = new ArrayList<>();
    for (CacheCourse course : courses(run)) {
      List<String> parts = new ArrayList<>();
      for (PhaseRow phase : run.phases()) {
        Double share = course.in(run.phases(), each -> each.equals(phase)).share();
        if (share != null) {
          parts.add(phase.name() + " " + Figures.share(share));
        }
      }
      facts.add("Hits of " + course.name() + ": " + String.join(", ", parts));
    }
    return facts;
  }

  private static List<CacheCourse> promised(Run run) {
    Plan plan = run.plan();
    Caching caching = plan == null ? null : plan.caching();
    return caching == null ? List.of() : CacheCourse.promised(run, caching);
  }

  private static List<CacheCourse> courses(Run run) {
    List<CacheCourse> courses = new ArrayList<>(CacheCourse.ofTarget(run));
    CacheCourse replies = CacheCourse.ofReplies(run);
    if (replies != null) {
      courses.add(replies);
    }
    return courses;
  }

  @Override
  public List<String> suspicions() {
    List<String> suspicions = new ArrayList<>();
    for (CacheCourse course : promised(failed.run())) {
      ColdAndWarm parts = ColdAndWarm.of(course, failed.run());
      HitRatio cold = parts.cold();
      HitRatio warm = parts.warm();
      if (!isTooHigh()
          && cold.share() != null
          && warm.share() != null
          && warm.share() < cold.share() + COLD) {
        suspicions.add(
            "Cache "
                + course.name()
                + " had "
                + Figures.share(warm.share())
                + " when warm and "
                + Figures.share(cold.share())
                + " when cold: it hardly warms up, as one that is too small, keeps too briefly, or"
                + " has keys that nobody asks for twice");
      }
    }
    Replies replies = failed.run().replies();
    if (isTooHigh() && replies != null && replies.sessions().reads() > 0) {
      double distinct = (double) replies.sessions().addresses() / replies.sessions().reads();
      if (distinct < FEW_ADDRESSES) {
        suspicions.add(
            "Only "
                + Figures.share(distinct)
                + " of the reads asked for an address of their own: the load asks for less than"
                + " users do");
      }
    }
    return suspicions;
  }

  @Override
  public List<String> fixes() {
    return isTooHigh()
        ? List.of(
            "Feed the journeys with more different records, by how popular these are",
            "See that no reply is the same for users who should see different ones")
        : List.of(
            "Compare entries, evictions and time to live of the cache with those of a run that"
                + " passed",
            "Look for what became a part of the key: a version, a parameter, a header",
            "Run with a longer warm-up: if the ratio still rises at the end, it was cold");
  }
}
