package io.tideline.reports.caching;

import io.tideline.engine.plan.Caching;
import io.tideline.engine.plan.Caching.Judge;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Replies;
import io.tideline.reports.stats.ResourceRow;
import io.tideline.reports.stats.Resources;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one cache over a run.
 *
 * @param name of the cache; of the replies {@link #REPLIES}
 * @param intervalSeconds length of an interval
 * @param shares of hits in each interval, 0 to 1; null where nobody knows
 * @param lookups in each interval; null where nobody knows
 */
public record CacheCourse(
    String name,
    int intervalSeconds,
    List<@Nullable Double> shares,
    List<@Nullable Double> lookups) {
  /** What the course of the journeys' own replies is called. */
  public static final String REPLIES = "replies of the journeys";

  private static final String HITS = "cache hits";
  private static final String LOOKUPS = "cache lookups";

  public CacheCourse {
    shares = Collections.unmodifiableList(new ArrayList<>(shares));
    lookups = Collections.unmodifiableList(new ArrayList<>(lookups));
  }

  /** Those of which a plan's promise is; one, unless nobody told or the plan leaves it open. */
  public static List<CacheCourse> promised(Run run, Caching caching) {
    if (caching.judge() == Judge.REPLIES) {
      CacheCourse replies = ofReplies(run);
      return replies == null ? List.of() : List.of(replies);
    }
    return ofTarget(run).stream()
        .filter(course -> caching.cache() == null || caching.cache().equals(course.name()))
        .toList();
  }

  /** The caches that the target tells of. */
  public static List<CacheCourse> ofTarget(Run run) {
    Resources resources = run.resources();
    if (resources == null) {
      return List.of();
    }
    List<CacheCourse> courses = new ArrayList<>();
    for (ResourceRow row : resources.rows()) {
      if (row.name().equals(HITS) || row.name().startsWith(HITS + " ")) {
        courses.add(ofTarget(row, resources));
      }
    }
    return courses;
  }

  private static CacheCourse ofTarget(ResourceRow hits, Resources resources) {
    String cache = hits.name().substring(HITS.length()).strip();
    String counted = (LOOKUPS + " " + cache).strip();
    List<@Nullable Double> perSecond =
        resources.rows().stream()
            .filter(row -> row.source().equals(hits.source()) && row.name().equals(counted))
            .map(ResourceRow::means)
            .findFirst()
            .orElse(List.of());
    List<@Nullable Double> lookups = new ArrayList<>();
    for (int i = 0; i < hits.means().size(); i++) {
      Double rate = i < perSecond.size() ? perSecond.get(i) : null;
      lookups.add(rate == null ? null : (Double) (rate * resources.intervalSeconds()));
    }
    String name = cache.isEmpty() ? hits.source() : cache;
    return new CacheCourse(name, resources.intervalSeconds(), hits.means(), lookups);
  }

  /** What the journeys' replies told; null when nobody counted, or none of them told. */
  public static @Nullable CacheCourse ofReplies(Run run) {
    Replies replies = run.replies();
    if (replies == null) {
      return null;
    }
    List<@Nullable Double> shares = new ArrayList<>();
    List<@Nullable Double> lookups = new ArrayList<>();
    for (int i = 0; i < replies.hits().size(); i++) {
      long hits = replies.hits().get(i) + replies.notModified().get(i);
      long all = hits + replies.misses().get(i);
      shares.add(all == 0 ? null : (Double) ((double) hits / all));
      lookups.add(all == 0 ? null : (Double) (double) all);
    }
    boolean told = shares.stream().anyMatch(Objects::nonNull);
    return told ? new CacheCourse(REPLIES, replies.intervalSeconds(), shares, lookups) : null;
  }

  /**
   * The hits in the phases that {@code counted} takes: of all lookups where their number is known,
   * else the mean of the intervals. An interval belongs to the phase in which its middle lies.
   */
  public HitRatio in(List<PhaseRow> phases, Predicate<PhaseRow> counted) {
    List<PhaseRow> chosen = phases.stream().filter(counted).toList();
    return during(
        seconds ->
            chosen.stream()
                .anyMatch(
                    phase ->
                        seconds >= phase.startSeconds()
                            && seconds < phase.startSeconds() + phase.durationSeconds()));
  }

  /** The hits from one second of the run to before another. */
  public HitRatio between(double from, double to) {
    return during(seconds -> seconds >= from && seconds < to);
  }

  private HitRatio during(DoublePredicate counted) {
    double hits = 0;
    double all = 0;
    double sum = 0;
    int known = 0;
    for (int i = 0; i < shares.size(); i++) {
      Double share = shares.get(i);
      if (share != null && counted.test((i + 0.5) * intervalSeconds)) {
        Double weight = lookups.get(i);
        hits += weight == null ? 0 : share * weight;
        all += weight == null ? 0 : weight;
        sum += share;
        known++;
      }
    }
    if (known == 0) {
      return HitRatio.UNKNOWN;
    }
    return all > 0 ? new HitRatio(hits / all, Math.round(all)) : new HitRatio(sum / known, 0);
  }
}
