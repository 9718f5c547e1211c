package io.tideline.reports.soak;

import io.tideline.reports.drift.Blocks;
import io.tideline.reports.drift.Drift;
import io.tideline.reports.drift.Drift.Answer;
import io.tideline.reports.drift.Drift.Exhaustion;
import org.jspecify.annotations.Nullable;

/**
 * What became of a signal through a run. Hours are the plan's.
 *
 * @param signal what was looked at
 * @param drift the answer
 * @param blocks what it was made from, as if the load had been equal throughout
 * @param blockHours length of a block
 * @param limit how much there is; null when nothing tells
 * @param lack why there is no answer; empty when there is one
 */
public record Trend(
    Signal signal,
    Drift drift,
    Blocks blocks,
    double blockHours,
    @Nullable Double limit,
    String lack) {
  private static final double EIGHT = 8;
  private static final double FOURFOLD = 4;

  /** In one word; too short where too much of it is missing to call it stable. */
  public Answer answer() {
    boolean found = drift.answer() == Answer.LEAK;
    return lack.isEmpty() || found ? drift.answer() : Answer.TOO_SHORT;
  }

  /**
   * Whether it leaks so badly that the run need not go on: it comes to its limit within an eighth
   * of the {@code planned} hours even by its lower bound, or where no limit is known it has grown
   * fourfold. A fill of a cache that ends later is the same line until it ends.
   */
  public boolean leaksBadly(double planned) {
    if (answer() != Answer.LEAK) {
      return false;
    }
    Exhaustion left = exhaustion();
    if (left != null) {
      return left.latest() <= Math.max(1, planned / EIGHT);
    }
    boolean logarithm = signal.unit() == null;
    return logarithm
        ? drift.slope() * drift.hours() > Math.log(FOURFOLD)
        : drift.now() > FOURFOLD * drift.floor();
  }

  /** When the resource runs out, counted from the last block; null when it does not. */
  public @Nullable Exhaustion exhaustion() {
    return limit == null ? null : drift.exhaustion(limit);
  }

  /** The value at an hour, by the line. */
  public double at(double hours) {
    return drift.now() + drift.slope() * (hours - last());
  }

  /** Middle of the first block. */
  public double first() {
    return blocks.size() == 0 ? 0 : blocks.hours()[0];
  }

  /** Middle of the last block. */
  public double last() {
    return blocks.size() == 0 ? 0 : blocks.hours()[blocks.size() - 1];
  }
}
