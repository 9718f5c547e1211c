package io.tideline.engine.resource;

import io.tideline.engine.resource.Vector.Selector;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A figure made of metrics, written as in PromQL, of which it knows this much:
 *
 * <pre>
 *   jvm_threads_live_threads                       a metric: the sum over its series
 *   jvm_memory_used_bytes{area="heap"}             those series only; also != =~ !~
 *   max(pg_replication_lag_seconds)                sum, max, min, avg or count of series
 *   sum(jvm_memory_max_bytes{area="heap"} > 0)     those above (or below) a value
 *   rate(jvm_gc_pause_seconds_sum)                 of a counter: its rise per second
 *   a / (a + b)    1 - a    2 * a                  arithmetic
 *   a or b                                         b where nothing is known of a
 * </pre>
 *
 * <p>A rate needs no range: it is taken from one reading to the next.
 */
sealed interface Expression {

  /** Its value; NaN where nothing is known, which includes a division by zero. */
  double value(Sight sight);

  /** The metrics it is made of, in the order in which they are written. */
  Stream<Selector> selectors();

  /** Reads an expression; throws an IllegalArgumentException that says where it is none. */
  static Expression parse(String text) {
    return new ExpressionParser(text).whole();
  }

  /** A number. */
  record Constant(double number) implements Expression {
    @Override
    public double value(Sight sight) {
      return number;
    }

    @Override
    public Stream<Selector> selectors() {
      return Stream.empty();
    }
  }

  /** One figure of several series. */
  record Aggregate(Function function, Vector vector) implements Expression {
    @Override
    public double value(Sight sight) {
      double[] values = vector.values(sight).toArray();
      return values.length == 0 ? Double.NaN : function.of(DoubleStream.of(values));
    }

    @Override
    public Stream<Selector> selectors() {
      return Stream.of(vector.selector());
    }
  }

  /** How several values become one. */
  enum Function {
    SUM {
      @Override
      double of(DoubleStream values) {
        return values.sum();
      }
    },
    MAX {
      @Override
      double of(DoubleStream values) {
        return values.max().orElse(Double.NaN);
      }
    },
    MIN {
      @Override
      double of(DoubleStream values) {
        return values.min().orElse(Double.NaN);
      }
    },
    AVG {
      @Override
      double of(DoubleStream values) {
        return values.average().orElse(Double.NaN);
      }
    },
    COUNT {
      @Override
      double of(DoubleStream values) {
        return values.count();
      }
    };

    abstract double of(DoubleStream values);
  }

  /** Two figures and one of {@code + - * /}. */
  record Arithmetic(char operator, Expression left, Expression right) implements Expression {
    @Override
    public double value(Sight sight) {
      double a = left.value(sight);
      double b = right.value(sight);
      double result =
          switch (operator) {
            case '+' -> a + b;
            case '-' -> a - b;
            case '*' -> a * b;
            default -> a / b;
          };
      return Double.isFinite(result) ? result : Double.NaN;
    }

    @Override
    public Stream<Selector> selectors() {
      return Stream.concat(left.selectors(), right.selectors());
    }
  }

  /** The first of two that is known. */
  record Or(Expression first, Expression second) implements Expression {
    @Override
    public double value(Sight sight) {
      double value = first.value(sight);
      return Double.isNaN(value) ? second.value(sight) : value;
    }

    @Override
    public Stream<Selector> selectors() {
      return Stream.concat(first.selectors(), second.selectors());
    }
  }
}
