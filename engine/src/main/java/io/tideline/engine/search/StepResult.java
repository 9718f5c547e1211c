package io.tideline.engine.search;

/** A step that was taken, what came of it, and the figures it was judged by. */
public record StepResult(Step step, StepVerdict verdict, StepFigures figures) {

  boolean isGood() {
    return verdict instanceof StepVerdict.Good;
  }

  boolean isBad() {
    return verdict instanceof StepVerdict.Bad;
  }
}
