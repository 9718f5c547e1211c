package io.tideline.reports.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.report.Colours;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the text against files beside this class in the test resources. To renew them after a
 * wanted change, run this test with {@code -Dgolden.renew=true} and look at the difference.
 */
class PreviewTextTest {
  private static final int WIDEST = 100;

  @Test
  void aSpikeInBlocks() throws Exception {
    assertGolden("spike-blocks", Previews.of("spike"), StandardCharsets.UTF_8);
  }

  @Test
  void aDayInBlocks() throws Exception {
    assertGolden("soak-blocks", Previews.of("soak"), StandardCharsets.UTF_8);
  }

  @Test
  void aRunPastItsCapsInPlainAscii() throws Exception {
    assertGolden("stairs-ascii", Previews.of("stairs"), StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spike", "soak", "stairs", "half-known", "unknown", "blink", "fast"})
  void coloursChangeNothingButTheColourAndNoLineIsTooWide(String scenario) {
    Preview preview = Previews.of(scenario);
    String plain = PreviewText.of(preview, StandardCharsets.UTF_8, Colours.OFF);
    String coloured = PreviewText.of(preview, StandardCharsets.UTF_8, Colours.ON);

    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[");
    assertThat(withoutTrailingSpace(coloured.replaceAll("\u001b\\[[0-9;]*m", "")))
        .isEqualTo(withoutTrailingSpace(plain));
    assertThat(plain.lines().takeWhile(line -> !line.startsWith("This run would be refused")))
        .allMatch(line -> line.length() <= WIDEST);
  }

  @Test
  void plainAsciiIsPlainAscii() {
    for (String scenario : List.of("spike", "soak", "stairs", "blink")) {
      String text = PreviewText.of(Previews.of(scenario), StandardCharsets.US_ASCII, Colours.OFF);
      assertThat(text.chars()).allMatch(c -> c < 128);
    }
  }

  @Test
  void aBurstShorterThanAColumnReachesTheTop() {
    String text = PreviewText.of(Previews.of("blink"), StandardCharsets.UTF_8, Colours.OFF);

    String top = text.lines().filter(line -> line.startsWith("30 ")).findFirst().orElseThrow();
    assertThat(top.chars().filter(c -> c == '█').count()).isBetween(1L, 2L);
  }

  @Test
  void whereTheFootprintIsUnknownThePeakIsLeftToUsers() {
    assertThat(PreviewText.of(Previews.of("unknown"), StandardCharsets.UTF_8, Colours.OFF))
        .contains("Needed: 12 accounts")
        .contains("unknown")
        .doesNotContain("At the peak");
  }

  private static String withoutTrailingSpace(String text) {
    return text.replaceAll(" +\n", "\n");
  }

  private static void assertGolden(String name, Preview preview, Charset charset) throws Exception {
    String text = PreviewText.of(preview, charset, Colours.OFF);
    Path file = Previews.FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
