package io.tideline.reports.stats;

import io.tideline.reports.stats.Replies.Sessions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Sums what the responses of several generators said of caches. */
final class MergedReplies {
  private final List<Replies> known;
  private final TimeLine line;

  private MergedReplies(List<Replies> known, TimeLine line) {
    this.known = known;
    this.line = line;
  }

  /**
   * The sum; null when no slice counted.
   *
   * @param line merged time line, in whose intervals responses are counted
   */
  static @Nullable Replies of(List<Run> slices, TimeLine line, Joint.Builder remarks) {
    List<Replies> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Run run : slices) {
      if (run.replies() == null) {
        unknown.add(SliceChecks.name(run));
      } else {
        known.add(Objects.requireNonNull(run.replies()));
      }
    }
    if (known.isEmpty()) {
      return null;
    }
    if (!unknown.isEmpty()) {
      remarks.problem(
          "caching", String.join(", ", unknown) + ": no record of what responses said of caches");
    }
    if (slices.size() > 1) {
      remarks.note(
          "caching",
          "accounts and addresses that several generators used are counted once for each; sessions"
              + " that share an account are counted within each generator");
    }
    return new MergedReplies(known, line).sum();
  }

  private Replies sum() {
    return new Replies(
        line.intervalSeconds(),
        column(Replies::hits),
        column(Replies::misses),
        column(Replies::notModified),
        column(Replies::silent),
        new Sessions(
            total(Sessions::begun),
            total(Sessions::accounts),
            total(Sessions::shared),
            total(Sessions::reads),
            total(Sessions::addresses)));
  }

  private long total(ToLongFunction<Sessions> count) {
    return known.stream().map(Replies::sessions).mapToLong(count).sum();
  }

  private List<Long> column(Function<Replies, List<Long>> counts) {
    long[] sum = new long[line.moments().size()];
    for (Replies each : known) {
      int factor = Math.max(1, line.intervalSeconds() / each.intervalSeconds());
      List<Long> values = counts.apply(each);
      for (int i = 0; i < values.size() && sum.length > 0; i++) {
        sum[Math.min(sum.length - 1, i / factor)] += values.get(i);
      }
    }
    return Arrays.stream(sum).boxed().toList();
  }
}
