package io.tideline.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of the format's own documentation, and worse ones. */
class ExpositionTest {

  private static List<Series> read(String line) {
    return List.copyOf(Sights.exposition(line).of(new SeriesLine(line).name()));
  }

  @Test
  void aSeriesHasNameLabelsAndValue() {
    assertThat(read("http_requests_total{method=\"post\",code=\"200\"} 1027 1395066363000"))
        .containsExactly(
            new Series("http_requests_total", Map.of("method", "post", "code", "200"), 1027));
    assertThat(read("metric_without_timestamp_and_labels 12.47"))
        .containsExactly(new Series("metric_without_timestamp_and_labels", Map.of(), 12.47));
    assertThat(read("something_weird{problem=\"division by zero\"} +Inf -3982045"))
        .containsExactly(
            new Series(
                "something_weird",
                Map.of("problem", "division by zero"),
                Double.POSITIVE_INFINITY));
  }

  @Test
  void escapesInLabelsAreUndone() {
    assertThat(read("m{path=\"C:\\\\DIR\\\\FILE.TXT\",error=\"Cannot \\\"find\\\":\\n}x\"} 1e3"))
        .containsExactly(
            new Series(
                "m", Map.of("path", "C:\\DIR\\FILE.TXT", "error", "Cannot \"find\":\n}x"), 1000));
  }

  @Test
  void blanksACommaTooManyAnExemplarAndATimestampDoNotMatter() {
    Series one = new Series("m", Map.of("a", "1"), 2);
    assertThat(read("  m { a = \"1\" , }   2  ")).containsExactly(one);
    assertThat(read("m{a=\"1\"} 2 # {trace_id=\"abc\"} 0.67 1520879607.789")).containsExactly(one);
    assertThat(read("m{}\t2 1700000000000")).containsExactly(new Series("m", Map.of(), 2));
  }

  @ParameterizedTest
  @CsvSource({"NaN,NaN", "+Inf,Infinity", "-Inf,-Infinity", "Inf,Infinity", "-1.5E-3,-0.0015"})
  void valuesAreReadAsTheFormatWritesThem(String text, double value) {
    assertThat(read("m " + text)).extracting(Series::value).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m",
        "m ",
        "m{ 1",
        "m{a} 1",
        "m{a=1} 1",
        "m{a=\"1} 1",
        "m{a=\"1\" b=\"2\"} 1",
        "m{a=\"1\",a=\"2\"} 1",
        "m{a=\"1\"}",
        "m one",
        "m 1d",
        "m 0x1p3",
        "m 1e",
        "{\"m\"} 1"
      })
  void whatIsNoSeriesIsPassedOver(String line) {
    Exposition read = Exposition.parse(line + "\ngood 1\n", Set.of("m", "good", ""));
    assertThat(read.of("m")).isEmpty();
    assertThat(read.of("")).isEmpty();
    assertThat(read.of("good")).hasSize(1);
  }

  @Test
  void onlyWhatIsWantedIsKeptAndALaterLineOnTheSameSeriesCounts() {
    Exposition read =
        Exposition.parse("# HELP a b\na{x=\"1\"} 1\nb 2\na{x=\"1\"} 3\n", Set.of("a"));
    assertThat(read.of("a")).extracting(Series::value).containsExactly(3.0);
    assertThat(read.of("b")).isEmpty();
    assertThat(read.lines()).isEqualTo(3);
  }

  @Test
  void aPageOfSomethingElseHoldsNoLines() {
    assertThat(Exposition.parse("<html>\n<body>\n</body>\n", Set.of("a")).lines()).isZero();
    assertThat(Exposition.parse("", Set.of("a")).lines()).isZero();
  }

  @Test
  void noTextWhateverItHoldsMakesReadingFail() {
    String alphabet = "m{}=\",\\n 1eE+-.#\t\r\nNaInf\u00e9\ud83d\ude00\0";
    SplittableRandom random = new SplittableRandom(20260101);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("m");
      int length = random.nextInt(40);
      for (int k = 0; k < length; k++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Exposition.parse(text.toString(), Set.of("m"))
          .of("m")
          .forEach(series -> assertThat(series.name()).isEqualTo("m"));
    }
  }
}
