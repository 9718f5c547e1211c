package io.tideline.engine.resource;

import io.tideline.engine.resource.Expression.Aggregate;
import io.tideline.engine.resource.Expression.Arithmetic;
import io.tideline.engine.resource.Expression.Constant;
import io.tideline.engine.resource.Expression.Or;
import io.tideline.engine.resource.Vector.Bound;
import io.tideline.engine.resource.Vector.Matcher;
import io.tideline.engine.resource.Vector.Rate;
import io.tideline.engine.resource.Vector.Selector;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes an expression as a Prometheus server understands it. What is left unsaid in an expression
 * is said: that a metric is the sum of its series, and over which time a rate is taken.
 *
 * @param labels label to value, of every series
 * @param window over which rates are taken
 * @param by label of which each value is a resource of its own; null for one resource
 */
record PromQl(Map<String, String> labels, Duration window, @Nullable String by) {

  String of(Expression expression) {
    if (expression instanceof Constant constant) {
      return number(constant.number());
    }
    if (expression instanceof Aggregate aggregate) {
      return aggregate.function().name().toLowerCase(Locale.ROOT)
          + (by == null ? "" : " by (" + by + ")")
          + "("
          + vector(aggregate.vector())
          + ")";
    }
    if (expression instanceof Arithmetic two) {
      return "(" + of(two.left()) + " " + two.operator() + " " + of(two.right()) + ")";
    }
    Or or = (Or) expression;
    return "(" + instead(or.first()) + " or " + instead(or.second()) + ")";
  }

  /** PromQL takes a series in the place of another, and no number. */
  private String instead(Expression expression) {
    return expression instanceof Constant ? "vector(" + of(expression) + ")" : of(expression);
  }

  private String vector(Vector vector) {
    Selector selector = vector.selector();
    return vector instanceof Rate
        ? "rate(" + series(selector) + "[" + window.toMillis() + "ms])"
        : series(selector) + bound(selector.bound());
  }

  private String series(Selector selector) {
    List<String> matchers = new ArrayList<>();
    for (Matcher matcher : selector.matchers()) {
      String sign = matcher.wanted() ? "=~" : "!~";
      matchers.add(matcher.label() + sign + quoted(matcher.pattern().pattern()));
    }
    new TreeMap<>(labels).forEach((label, value) -> matchers.add(label + "=" + quoted(value)));
    return matchers.isEmpty()
        ? selector.metric()
        : selector.metric() + "{" + String.join(",", matchers) + "}";
  }

  private static String bound(@Nullable Bound bound) {
    return bound == null ? "" : " " + (bound.above() ? ">" : "<") + " " + number(bound.limit());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
