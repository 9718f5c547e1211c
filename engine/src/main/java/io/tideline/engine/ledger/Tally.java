package io.tideline.engine.ledger;

import io.tideline.engine.ledger.Write.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Adds up what was found of the writes of a run. Safe for use by several threads. */
final class Tally {

  private static final int UNCHECKED = -1;

  private final Map<String, Integer> copies = new HashMap<>();

  /**
   * What was found of a write.
   *
   * @param found rows; negative where the target did not say
   */
  synchronized void add(Write write, int found) {
    copies.put(write.key(), Math.max(found, UNCHECKED));
  }

  synchronized Writes result(List<Write> all) {
    Writes.Unknown unknown =
        new Writes.Unknown(
            of(all, State.UNKNOWN, found -> found > 0).size(),
            of(all, State.UNKNOWN, found -> found == 0).size(),
            of(all, State.UNKNOWN, found -> found == UNCHECKED).size());
    return new Writes(
        Writes.VERSION,
        of(all, State.ACKNOWLEDGED, found -> true).size(),
        of(all, State.ACKNOWLEDGED, found -> found > 0).size(),
        of(all, State.ACKNOWLEDGED, found -> found == 0),
        all.stream().filter(write -> found(write) > 1).toList(),
        unknown,
        of(all, State.ACKNOWLEDGED, found -> found == UNCHECKED).size());
  }

  private List<Write> of(List<Write> all, State state, IntPredicate wanted) {
    return all.stream()
        .filter(write -> write.state() == state && wanted.test(found(write)))
        .toList();
  }

  private int found(Write write) {
    return copies.getOrDefault(write.key(), UNCHECKED);
  }
}
