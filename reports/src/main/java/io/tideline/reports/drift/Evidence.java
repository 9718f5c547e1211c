package io.tideline.reports.drift;

import io.tideline.reports.drift.Courses.Course;
import org.jspecify.annotations.Nullable;

/**
 * What the courses of a series say together. The limits were found by simulation, see docs/soak.md.
 *
 * <pre>
 *   goes on    g = E(grows) - E(holds) above 5, E(grows) above E(steps), and E(grows) - E(saturates)
 *              above a limit that rises with g: of 8 hours from 0.1 at g = 8.5 to 2.2 at g = 12, of 48
 *              blocks or more from -0.3 at g = 10 to 2.2 at g = 14
 *   rose       the best course that rises is 3 above E(holds)
 *   ended      rose, and E(saturates) is 1 above every course that goes on
 * </pre>
 *
 * <p>The clearer it is that a series grew, the more is asked to say that it goes on: where growth
 * hardly stands out of the noise, nothing could tell a leak from a fill that has just ended.
 *
 * <p>It is weighed when first asked for, since most series need none of it.
 */
final class Evidence {
  private static final double GROWS = 5;
  private static final double ROSE = 3;
  private static final double ENDED = 1;
  private static final double BENT = -0.5;
  private static final double MOST = 2.2;
  private static final int MANY_BLOCKS = 48;

  /** How far growth has to be above saturation, by how clear it is. */
  private record Limit(double least, double from, double to) {
    static final Limit FEW = new Limit(0.1, 8.5, 12);
    static final Limit MANY = new Limit(-0.3, 10, 14);

    double at(double clear) {
      double share = Math.min(1, Math.max(0, (clear - from) / (to - from)));
      return least + (MOST - least) * share;
    }
  }

  private final Blocks series;
  private final int blocks;
  private @Nullable Courses weighed;

  private Evidence(Blocks series) {
    this.series = series;
    this.blocks = series.size();
  }

  static Evidence of(Blocks blocks) {
    return new Evidence(blocks);
  }

  private Courses courses() {
    Courses known = weighed;
    if (known == null) {
      known = Courses.of(series, blockHours(series), 0);
      weighed = known;
    }
    return known;
  }

  /** The least distance. */
  private static double blockHours(Blocks blocks) {
    double least = blocks.span();
    for (int i = 1; i < blocks.size(); i++) {
      least = Math.min(least, blocks.hours()[i] - blocks.hours()[i - 1]);
    }
    return least;
  }

  private double holds() {
    return courses().of(Course.HOLDS, Course.FALLS);
  }

  boolean grows() {
    return courses().log(Course.GROWS) - holds() > ROSE;
  }

  boolean goesOn() {
    double grows = courses().log(Course.GROWS);
    double clear = grows - holds();
    double over = (blocks < MANY_BLOCKS ? Limit.FEW : Limit.MANY).at(clear);
    return clear > GROWS
        && grows - courses().log(Course.SATURATES) > over
        && grows > courses().log(Course.STEPS);
  }

  private double going() {
    return Math.max(
        courses().log(Course.GROWS),
        Math.max(courses().log(Course.BEGINS), courses().log(Course.BENDS)));
  }

  boolean rose() {
    double ended = Math.max(courses().log(Course.SATURATES), courses().log(Course.STEPS));
    return Math.max(going(), ended) - holds() > ROSE;
  }

  boolean ended() {
    double saturates = courses().log(Course.SATURATES);
    return rose()
        && saturates - courses().log(Course.GROWS) > ENDED
        && saturates - courses().log(Course.BEGINS) > ENDED
        && saturates - courses().log(Course.BENDS) > BENT;
  }

  /** Whether nothing that goes on is clearly better. */
  boolean mayEnd() {
    return rose() && courses().log(Course.SATURATES) - going() > -ENDED;
  }

  boolean roseLate() {
    double late = Math.max(going(), courses().log(Course.STEPS));
    return late - holds() > ROSE && late > courses().log(Course.SATURATES) - ENDED;
  }
}
