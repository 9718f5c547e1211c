package io.tideline.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final String TEXT =
      """
      used{area="heap",id="eden"} 10
      used{area="heap",id="old"} 30
      used{area="nonheap",id="code"} 5
      most{id="eden"} -1
      most{id="old"} 80
      hits 3
      misses 1
      zero 0
      odd NaN
      rate 7
      """;

  private static double value(String expression) {
    return Expression.parse(expression).value(Sights.now(TEXT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "used; 45",
        "used{area='heap'}; 40",
        "used{area=\"heap\",id!='old'}; 10",
        "used{id=~'e.*|code'}; 15",
        "used{id!~'e.*'}; 35",
        "used{more=''}; 45",
        "sum(used); 45",
        "max(used); 30",
        "min(used{area='heap'}); 10",
        "avg(used); 15",
        "count(used); 3",
        "most > 0; 80",
        "sum(most < 0); -1",
        "hits / (hits + misses); 0.75",
        "1 - hits/(hits+misses); 0.25",
        "2 * 3 + 4 / 2 - 1; 7",
        "10 - 2 - 3; 5",
        "used{area='heap'} / most > 0; 0.5",
        "absent or hits; 3",
        "hits or absent; 3",
        "1e3 * hits; 3000",
        "rate; 7"
      })
  void anExpressionHasTheValueThatItSays(String expression, double value) {
    assertThat(value(expression)).isCloseTo(value, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"absent", "odd", "hits / zero", "zero / zero", "hits + absent", "used{id='x'}"})
  void whatIsNotKnownIsNotZero(String expression) {
    assertThat(value(expression)).isNaN();
  }

  @Test
  void aRateIsTheRiseOfEachCounterPerSecond() {
    String before = "c{p=\"a\"} 10\nc{p=\"b\"} 100\n";
    String now = "c{p=\"a\"} 30\nc{p=\"b\"} 5\nc{p=\"new\"} 1000\n";
    Sight sight = Sights.after(before, 5, now);
    assertThat(Expression.parse("rate(c)").value(sight)).isEqualTo(20.0 / 5 + 5.0 / 5);
    assertThat(Expression.parse("max(rate(c))").value(sight)).isEqualTo(4);
    assertThat(Expression.parse("rate(c{p='new'})").value(sight)).isNaN();
    assertThat(Expression.parse("rate(c)").value(Sights.now(now))).isNaN();
    assertThat(Expression.parse("rate(c)").value(Sights.after("", 5, now))).isNaN();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'' | expected the name of a metric, a function or a label, found the end",
        "used{ | expected the name of a metric, a function or a label, found the end",
        "used{area} | expected one of = != =~ !~, found \"}\"",
        "used{area=heap} | expected a value in quotes, found \"heap}\"",
        "used{area=~'['} | expected a regular expression",
        "rate(used[5m]) | expected \")\", found \"[5m])\"",
        "median(used) | expected one of sum, max, min, avg, count, rate",
        "used used | expected an operator or the end, found \"used\"",
        "used > | expected a number, found the end",
        "(used | expected \")\", found the end",
        "1.2.3 | expected a number"
      })
  void whatIsNoExpressionIsRefusedWithThePlaceAndWhatWouldDo(String expression, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expression.parse(expression.replace("''", "")))
        .withMessageContaining(sentence);
  }

  @Test
  void parenthesesWithoutEndAreRefusedInsteadOfFillingTheStack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expression.parse("(".repeat(100_000)))
        .withMessageContaining("fewer parentheses");
  }
}
