package io.tideline.engine.plan;

import java.util.List;

/** A plan that cannot be run; its message lists every problem, one to a line. */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems at least one sentence
   */
  public PlanException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
