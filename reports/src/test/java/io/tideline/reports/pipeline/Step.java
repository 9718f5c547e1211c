package io.tideline.reports.pipeline;

import groovy.lang.Closure;
import java.util.function.Function;

/** A step of a pipeline in Java, as Groovy calls it. */
final class Step extends Closure<Object> {
  private static final long serialVersionUID = 1;

  private final transient Function<Object[], Object> body;

  Step(Object owner, int parameters, Function<Object[], Object> body) {
    super(owner, owner);
    this.body = body;
    this.maximumNumberOfParameters = parameters;
  }

  /** Called by Groovy. */
  public Object doCall(Object... arguments) {
    return body.apply(arguments);
  }
}
