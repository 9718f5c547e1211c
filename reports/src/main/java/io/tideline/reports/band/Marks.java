package io.tideline.reports.band;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which runs of a question were suspected of being slower themselves when they were made, and not
 * confirmed.
 *
 * @param earlier positions among the earlier runs
 * @param anchor positions among the fixed ones
 */
public record Marks(Set<Integer> earlier, Set<Integer> anchor) {
  /** None of them. */
  public static final Marks NONE = new Marks(Set.of(), Set.of());

  /** Runs below which none is left out: a level needs two. */
  private static final int FEWEST = 3;

  /** Unchangeable. */
  public Marks {
    earlier = Set.copyOf(earlier);
    anchor = Set.copyOf(anchor);
  }

  /** Positions in the last {@code most} of a series of {@code count}. */
  static Set<Integer> latest(Set<Integer> marked, int count, int most) {
    int cut = Math.max(0, count - most);
    return marked.stream()
        .filter(position -> position >= cut)
        .map(position -> position - cut)
        .collect(Collectors.toSet());
  }

  /** The series without the worst of the marked ones, if any is. */
  static <T> List<T> withoutWorst(List<T> series, Set<Integer> marked, Comparator<T> worstLast) {
    if (marked.isEmpty() || series.size() < FEWEST) {
      return series;
    }
    int worst =
        marked.stream().sorted().max(Comparator.comparing(series::get, worstLast)).orElseThrow();
    List<T> others = new ArrayList<>(series);
    others.remove(worst);
    return others;
  }
}
