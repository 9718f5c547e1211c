package io.tideline.reports.stats;

import java.util.List;
import java.util.Locale;

/**
 * The load of a run without a plan, as its log tells: users and when they arrived. How long the
 * requests took is no part of it, so that a slower target does not make another load of the same
 * one.
 *
 * @param users that started
 * @param seconds from the first user's start to the last one's
 * @param centre mean instant of the starts as a share of that time; 0.5 when they come evenly
 * @param held users under way at a time where their number was kept (Gatling's closed injection:
 *     users start when others leave, so that a slower target sees fewer of them); 0 where it was
 *     not
 * @param resolution seconds by which the times may be wrong
 */
record ObservedLoad(long users, double seconds, double centre, long held, double resolution) {
  /** Loads differ when one figure is so many times the other. */
  private static final double UNLIKE = 1.5;

  private static final double UNLIKE_HELD = 1.25;
  private static final double UNLIKE_CENTRE = 0.12;
  private static final double EVEN = 0.5;
  private static final double NEARLY_ALL = 0.9;
  private static final int FEWEST_HELD = 5;
  private static final int LEAST_TURNOVER = 2;

  static ObservedLoad of(Run run) {
    TimeLine line = run.timeLine();
    long users = run.users().started();
    List<Moment> moments = line.moments();
    int first = -1;
    int last = -1;
    double sum = 0;
    for (int i = 0; i < moments.size(); i++) {
      if (moments.get(i).usersStarted() > 0) {
        first = first < 0 ? i : first;
        last = i;
        sum += moments.get(i).usersStarted() * (i + EVEN);
      }
    }
    if (first < 0) {
      return new ObservedLoad(users, run.info().durationSeconds(), EVEN, 0, line.intervalSeconds());
    }
    List<Moment> arriving = moments.subList(first, last + 1);
    long counted = arriving.stream().mapToLong(Moment::usersStarted).sum();
    double centre = (sum / counted - first) / arriving.size();
    double seconds = (double) arriving.size() * line.intervalSeconds();
    return new ObservedLoad(users, seconds, centre, held(arriving, users), line.intervalSeconds());
  }

  private static long held(List<Moment> arriving, long users) {
    long[] active = arriving.stream().mapToLong(Moment::active).sorted().toArray();
    long most = active[active.length - 1];
    boolean kept = active[active.length / 2] >= NEARLY_ALL * most;
    return kept && most >= FEWEST_HELD && users >= LEAST_TURNOVER * most ? most : 0;
  }

  /** Whether runs with the two may be compared. */
  boolean isLike(ObservedLoad other) {
    double blur = 2 * Math.max(resolution, other.resolution);
    boolean asLong =
        Math.abs(seconds - other.seconds) <= blur || ratio(seconds, other.seconds) < UNLIKE;
    boolean sameHeld = held > 0 && other.held > 0 && ratio(held, other.held) < UNLIKE_HELD;
    return asLong && (sameHeld || (ratio(users, other.users) < UNLIKE && hasShapeOf(other, blur)));
  }

  private boolean hasShapeOf(ObservedLoad other, double blur) {
    double coarse = blur / Math.max(1, Math.min(seconds, other.seconds));
    double chance = EVEN / Math.sqrt(Math.max(1, Math.min(users, other.users)));
    return Math.abs(centre - other.centre) < UNLIKE_CENTRE + coarse + chance;
  }

  private static double ratio(double a, double b) {
    return Math.max(1, Math.max(a, b)) / Math.max(1, Math.min(a, b));
  }

  /** For example {@code 1,000 users in 60 s}. */
  String words() {
    String kept = held > 0 ? String.format(Locale.ROOT, " (%,d at a time)", held) : "";
    return String.format(Locale.ROOT, "%,d users in %.0f s%s", users, seconds, kept) + shape();
  }

  private String shape() {
    return centre < EVEN - UNLIKE_CENTRE
        ? ", most of them early"
        : centre > EVEN + UNLIKE_CENTRE ? ", most of them late" : "";
  }
}
