package io.tideline.engine.search;

/** A promise and what became of it in one step. */
public record PromiseFigure(Promise promise, Measured measured) {

  /** Whether too few values are there, and not because requests failed. */
  boolean isTooLittle() {
    long lacking = promise.least() - measured.count();
    return lacking > measured.failures() || (lacking <= 0 && Double.isNaN(measured.value()));
  }

  /** Whether the promise is broken: by its value, or by failures that left too few values. */
  boolean isBroken() {
    if (isTooLittle()) {
      return false;
    }
    return measured.count() < promise.least() || !(measured.value() <= promise.limit());
  }
}
