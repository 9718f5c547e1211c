package io.tideline.engine.resource;

import io.tideline.engine.resource.Expression.Aggregate;
import io.tideline.engine.resource.Expression.Arithmetic;
import io.tideline.engine.resource.Expression.Constant;
import io.tideline.engine.resource.Expression.Function;
import io.tideline.engine.resource.Expression.Or;
import io.tideline.engine.resource.Vector.Bound;
import io.tideline.engine.resource.Vector.Matcher;
import io.tideline.engine.resource.Vector.Rate;
import io.tideline.engine.resource.Vector.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@link Expression}.
 *
 * <pre>
 *   sum     = product { ("+" | "-") product }        any = sum { "or" sum }
 *   product = value { ("*" | "/") value }
 *   value   = number | "(" any ")" | vector | function "(" vector ")"
 *   vector  = "rate" "(" selector ")" | selector [ ("&gt;" | "&lt;") number ]
 * </pre>
 */
final class ExpressionParser {
  private static final Map<String, Function> FUNCTIONS =
      Map.of(
          "sum", Function.SUM,
          "max", Function.MAX,
          "min", Function.MIN,
          "avg", Function.AVG,
          "count", Function.COUNT);
  private static final int DEEPEST = 50;

  private final ExpressionText text;
  private int depth;

  ExpressionParser(String text) {
    this.text = new ExpressionText(text);
  }

  Expression whole() {
    Expression expression = any();
    if (!text.isAtEnd()) {
      throw text.wrong("an operator or the end");
    }
    return expression;
  }

  private Expression any() {
    Expression left = sum();
    while (text.takesWord("or")) {
      left = new Or(left, sum());
    }
    return left;
  }

  private Expression sum() {
    Expression left = product();
    while (text.next() == '+' || text.next() == '-') {
      char operator = text.take();
      left = new Arithmetic(operator, left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = value();
    while (text.next() == '*' || text.next() == '/') {
      char operator = text.take();
      left = new Arithmetic(operator, left, value());
    }
    return left;
  }

  private Expression value() {
    if (text.next() == '(') {
      return inParentheses();
    }
    if (text.isNumber()) {
      return new Constant(text.number());
    }
    String word = text.name();
    boolean called = text.next() == '(';
    if (!called || word.equals("rate")) {
      return new Aggregate(Function.SUM, vector(word));
    }
    Function function = FUNCTIONS.get(word);
    if (function == null) {
      throw text.wrong("one of sum, max, min, avg, count, rate before \"(\"");
    }
    text.expect('(');
    Vector vector = vector(text.name());
    text.expect(')');
    return new Aggregate(function, vector);
  }

  private Expression inParentheses() {
    if (++depth > DEEPEST) {
      throw text.wrong("fewer parentheses within each other");
    }
    text.expect('(');
    Expression inner = any();
    text.expect(')');
    depth--;
    return inner;
  }

  private Vector vector(String word) {
    if (!word.equals("rate") || text.next() != '(') {
      return selector(word);
    }
    text.expect('(');
    Selector counter = selector(text.name());
    text.expect(')');
    return new Rate(counter);
  }

  private Selector selector(String metric) {
    List<Matcher> matchers = new ArrayList<>();
    if (text.next() == '{') {
      text.expect('{');
      while (text.next() != '}') {
        matchers.add(matcher());
        if (text.next() != '}') {
          text.expect(',');
        }
      }
      text.expect('}');
    }
    return new Selector(metric, matchers, bound());
  }

  private @Nullable Bound bound() {
    char sign = text.next();
    if (sign != '>' && sign != '<') {
      return null;
    }
    text.take();
    return new Bound(sign == '>', text.number());
  }

  private Matcher matcher() {
    String label = text.name();
    String sign = text.sign();
    String value = text.quoted();
    try {
      String regex = sign.endsWith("~") ? value : Pattern.quote(value);
      return new Matcher(label, sign.startsWith("="), Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      throw text.wrong("a regular expression");
    }
  }
}
