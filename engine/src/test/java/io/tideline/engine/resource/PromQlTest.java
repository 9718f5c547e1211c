package io.tideline.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "threads # sum(threads{job=\"memories\"})",
        "max(lag) # max(lag{job=\"memories\"})",
        "rate(gc_sum) # sum(rate(gc_sum{job=\"memories\"}[60000ms]))",
        "a / (a + b) # (sum(a{job=\"memories\"}) / (sum(a{job=\"memories\"}) + sum(b{job=\"memories\"})))",
        "1 - a # (1 - sum(a{job=\"memories\"}))",
        "a > 0 or 5 # (sum(a{job=\"memories\"} > 0) or vector(5))",
        "count(a{id!='x'}) # count(a{id!~\"\\\\Qx\\\\E\",job=\"memories\"})",
        "a{k=~'x|y'} # sum(a{k=~\"x|y\",job=\"memories\"})",
      })
  void anExpressionIsWrittenAsPrometheusUnderstandsIt(String expression, String query) {
    PromQl promQl = new PromQl(Map.of("job", "memories"), Duration.ofMinutes(1), null);
    assertThat(promQl.of(Expression.parse(expression.strip()))).isEqualTo(query.strip());
  }

  @ParameterizedTest
  @CsvSource({"active,sum by (pool)(active)", "rate(gets),sum by (pool)(rate(gets[60000ms]))"})
  void withALabelEachOfItsValuesIsAFigure(String expression, String query) {
    PromQl promQl = new PromQl(Map.of(), Duration.ofMinutes(1), "pool");
    assertThat(promQl.of(Expression.parse(expression))).isEqualTo(query);
  }
}
