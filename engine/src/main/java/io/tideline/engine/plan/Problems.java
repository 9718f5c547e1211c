package io.tideline.engine.plan;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a plan, so that all of it is said at once. */
public final class Problems {
  private final List<String> sentences = new ArrayList<>();

  /** Adds a sentence that says where, what and what would do. */
  public void add(String sentence) {
    sentences.add(sentence);
  }

  /** What has been added, in order. */
  public List<String> sentences() {
    return List.copyOf(sentences);
  }

  /**
   * Ends here if there is any problem.
   *
   * @throws PlanException with all of them
   */
  public void throwIfAny() {
    if (!sentences.isEmpty()) {
      throw new PlanException(sentences());
    }
  }
}
