package io.tideline.reports.gate;

import io.tideline.engine.plan.Caching;
import io.tideline.engine.plan.Caching.Judge;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.caching.CacheCourse;
import io.tideline.reports.caching.ColdAndWarm;
import io.tideline.reports.caching.HitRatio;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Replies;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the target's cache does what was promised, for sessions that are real ones. */
final class CachingChecks {
  private CachingChecks() {}

  static List<Check> of(Run run) {
    Plan plan = run.plan();
    Caching caching = plan == null ? null : plan.caching();
    if (caching == null) {
      return List.of();
    }
    List<Check> checks = new ArrayList<>();
    Replies replies = run.replies();
    if (replies != null) {
      checks.add(sessions(replies.sessions()));
    }
    if (caching.hitRatio() != null || caching.atMost() != null) {
      checks.add(hitRatio(run, caching));
    }
    return checks;
  }

  private static Check sessions(Replies.Sessions sessions) {
    boolean apart = sessions.shared() == 0;
    String said =
        Figures.count(sessions.begun(), "session")
            + " with about "
            + Figures.count(sessions.accounts(), "account")
            + ", "
            + (apart
                ? "none in use twice at the same time"
                : Figures.number(sessions.shared())
                    + " of them while another used the same account")
            + reads(sessions);
    return new Check(
        "validity/sessions",
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "shared sessions",
        (double) sessions.shared(),
        0.0,
        "sessions",
        sessions.begun(),
        apart ? Status.PASS : Status.FAIL,
        apart ? said : said + "; give each user an account of its own, or hits are none of users");
  }

  private static String reads(Replies.Sessions sessions) {
    return sessions.reads() == 0
        ? ""
        : "; "
            + Figures.count(sessions.reads(), "read")
            + " asked for about "
            + Figures.number(sessions.addresses())
            + " addresses";
  }

  private static Check hitRatio(Run run, Caching caching) {
    List<CacheCourse> courses = CacheCourse.promised(run, caching);
    if (courses.size() != 1) {
      return check(
          caching, new HitRatio(null, 0), Status.INSUFFICIENT, unknown(run, caching, courses));
    }
    CacheCourse course = courses.get(0);
    HitRatio found =
        course.in(
            run.phases(),
            phase ->
                caching.phase() == null ? !phase.warmUp() : caching.phase().equals(phase.name()));
    Double share = found.share();
    if (share == null) {
      return check(
          caching,
          found,
          Status.INSUFFICIENT,
          "Cache "
              + course.name()
              + where(caching)
              + ": nothing was looked up, or nobody told; see the gaps of its source");
    }
    boolean low = caching.hitRatio() != null && share < caching.hitRatio();
    boolean high = caching.atMost() != null && share > caching.atMost();
    return check(
        caching,
        found,
        low || high ? Status.FAIL : Status.PASS,
        sentence(course, caching, found, ColdAndWarm.of(course, run)));
  }

  private static String sentence(
      CacheCourse course, Caching caching, HitRatio found, ColdAndWarm phases) {
    Double share = found.share();
    Double cold = phases.cold().share();
    return "Cache "
        + course.name()
        + where(caching)
        + ": "
        + (share == null ? "nothing" : Figures.share(share))
        + " hits"
        + (found.lookups() == 0 ? "" : " of " + Figures.count(found.lookups(), "lookup"))
        + (caching.hitRatio() == null
            ? ""
            : ", at least " + Figures.share(caching.hitRatio()) + " promised")
        + (caching.atMost() == null
            ? ""
            : ", at most " + Figures.share(caching.atMost()) + " believed")
        + (cold == null ? "" : "; " + Figures.share(cold) + " while it was cold");
  }

  private static String unknown(Run run, Caching caching, List<CacheCourse> found) {
    if (caching.judge() == Judge.REPLIES) {
      return "Cache: no reply of the journeys said whether it came from one; send X-Cache or Age,"
          + " or let judge = target";
    }
    List<CacheCourse> all = CacheCourse.ofTarget(run);
    String names = all.stream().map(CacheCourse::name).collect(Collectors.joining(", "));
    if (all.isEmpty()) {
      return "Cache: the target tells of none; map its hits as \"cache hits\", or let judge ="
          + " replies";
    }
    return found.isEmpty()
        ? "Cache: the target tells of none called " + caching.cache() + "; there are " + names
        : "Cache: the target has several, " + names + "; say which with cache = NAME";
  }

  private static String name(Caching caching) {
    if (caching.judge() == Judge.REPLIES) {
      return "replies";
    }
    return caching.cache() == null ? "*" : caching.cache();
  }

  private static String where(Caching caching) {
    return caching.phase() == null ? "" : " in " + caching.phase();
  }

  private static Check check(Caching caching, HitRatio found, Status status, String sentence) {
    Double share = found.share();
    Double least = caching.hitRatio();
    boolean above = share != null && caching.atMost() != null && share > caching.atMost();
    return new Check(
        "slo/caching/" + name(caching),
        Kind.SLO,
        new Scope(null, null, caching.phase()),
        "hit ratio",
        share,
        least == null || above ? caching.atMost() : least,
        "share",
        found.lookups(),
        status,
        sentence);
  }
}
