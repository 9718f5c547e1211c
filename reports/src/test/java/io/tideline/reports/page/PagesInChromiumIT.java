package io.tideline.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tideline.reports.page.Chromium.Opened;
import io.tideline.testkit.QuietMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages as a browser shows them: light, dark, narrow and on paper. Leaves what was seen in
 * {@code target/pages}, to be looked at.
 */
class PagesInChromiumIT {
  private static final Path SEEN = Path.of("target", "pages").toAbsolutePath();
  private static final String ATTACK = "</script><script>document.title='owned'</script><!--\"'";
  private static final Map<String, List<String>> MODES =
      Map.of(
          "light", List.of("--window-size=1100,6400", "--blink-settings=preferredColorScheme=1"),
          "dark", List.of("--window-size=1100,6400", "--blink-settings=preferredColorScheme=0"),
          "narrow", List.of("--window-size=380,9800", "--blink-settings=preferredColorScheme=1"));

  /** Counts in each chart the dots that have the colour of one of its lines. */
  private static final String PROBE =
      """
      <script>
      const lineColours = box => Array.from(box.querySelectorAll(".u-marker"))
        .map(marker => getComputedStyle(marker).borderTopColor.match(/\\\\d+/g).slice(0, 3).map(Number));
      document.querySelectorAll("[data-drawn=yes]").forEach(box => {
        const canvas = box.querySelector("canvas");
        const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        box.dataset.ink = Math.max(...lineColours(box).map(colour => {
          let count = 0;
          for (let i = 0; i < dots.length; i += 4) {
            if (dots[i + 3] > 200 && colour.every((c, j) => Math.abs(c - dots[i + j]) < 24)) count++;
          }
          return count;
        }));
      });
      </script>
      """
          .replace("\\\\", "\\");

  @TempDir Path folder;
  private Chromium chromium;
  private PageRuns runs;

  @BeforeEach
  void findBrowser() throws Exception {
    Optional<Chromium> found = Chromium.find(folder);
    assumeTrue(found.isPresent(), "no Chromium on the path; apt-get install chromium brings it");
    chromium = found.orElseThrow();
    runs = new PageRuns(Files.createDirectory(folder.resolve("runs")));
    Files.createDirectories(SEEN);
  }

  private String page(String name) throws Exception {
    return switch (name) {
      case "healthy" -> ReportPage.of(runs.healthy());
      case "failing" -> ReportPage.of(runs.failing());
      case "leaking" -> ReportPage.of(runs.leaking());
      case "search" -> ReportPage.of(runs.search());
      case "scaled" -> ReportPage.of(runs.scaled());
      case "faults" -> ReportPage.of(runs.faults());
      case "cut-off" -> ReportPage.of(runs.cutOff());
      case "empty" -> ReportPage.of(runs.empty());
      case "compare" -> ComparePage.of(runs.healthy().run(), runs.failing().run());
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "healthy", "failing", "leaking", "faults", "search", "scaled", "cut-off", "empty", "compare"
      })
  void everyChartIsDrawnInEachModeAndNothingIsOnTheConsole(String name) throws Exception {
    Path file = Files.writeString(SEEN.resolve(name + ".html"), page(name));
    for (Map.Entry<String, List<String>> mode : MODES.entrySet()) {
      List<String> options = new ArrayList<>(mode.getValue());
      options.add("--screenshot=" + SEEN.resolve(name + "-" + mode.getKey() + ".png"));

      Opened opened = chromium.open(file, options);

      assertThat(opened.console()).as(mode.getKey()).isEmpty();
      assertThat(root(opened)).contains("data-charts=\"drawn\"").doesNotContain("data-error");
      assertThat(SEEN.resolve(name + "-" + mode.getKey() + ".png")).isNotEmptyFile();
    }
  }

  private static String root(Opened opened) {
    Matcher root = Pattern.compile("<html[^>]*>").matcher(opened.dom());
    assertThat(root.find()).as(opened.dom()).isTrue();
    return root.group();
  }

  @ParameterizedTest
  @ValueSource(strings = {"failing", "leaking", "search", "scaled", "compare"})
  void theLinesOfEachChartAreSeen(String name) throws Exception {
    String probed =
        page(name).replaceFirst("<meta http-equiv[^>]*>", "").replace("</body>", PROBE + "</body>");

    Opened opened =
        chromium.open(Files.writeString(folder.resolve("probed.html"), probed), MODES.get("light"));

    List<String> boxes =
        Pattern.compile("<div id=\"chart-[^>]*>")
            .matcher(opened.dom())
            .results()
            .map(result -> result.group())
            .toList();
    assertThat(boxes).hasSizeGreaterThan(5).allMatch(box -> box.contains("data-drawn=\"yes\""));
    assertThat(boxes)
        .allSatisfy(
            box -> {
              Matcher ink = Pattern.compile("data-ink=\"(\\d+)\"").matcher(box);
              assertThat(ink.find()).as(box).isTrue();
              assertThat(Integer.parseInt(ink.group(1))).as(box).isGreaterThan(50);
            });
  }

  @Test
  void itPrints() throws Exception {
    Path pdf = SEEN.resolve("failing.pdf");
    Files.deleteIfExists(pdf);

    Opened opened =
        chromium.open(
            Files.writeString(SEEN.resolve("failing.html"), page("failing")),
            List.of("--print-to-pdf=" + pdf, "--no-pdf-header-footer"));

    assertThat(opened.console()).isEmpty();
    assertThat(Files.size(pdf)).isGreaterThan(50_000);
  }

  @Test
  void hostileNamesRunNothing() throws Exception {
    Path file =
        Files.writeString(folder.resolve("hostile.html"), ReportPage.of(runs.hostile(ATTACK)));

    Opened opened = chromium.open(file, MODES.get("light"));

    assertThat(opened.console()).isEmpty();
    assertThat(root(opened)).contains("data-charts=\"drawn\"").doesNotContain("data-error");
    assertThat(opened.dom()).contains("<title>FAIL: smoke, ");
    assertThat(opened.dom().split("<script", -1)).hasSize(4);
  }

  @Test
  void aDayIsSmallAndOpensSoon() throws Exception {
    String page = ReportPage.of(runs.day());
    Path file = Files.writeString(SEEN.resolve("day.html"), page);

    assertThat(Files.size(file)).isLessThan(3_000_000);
    QuietMachine.judges(
        () -> {
          Opened opened = chromium.open(file, MODES.get("light"));
          Matcher millis = Pattern.compile("data-millis=\"(\\d+)\"").matcher(root(opened));
          assertThat(millis.find()).isTrue();
          System.out.printf(
              "A day's page: %,d bytes, drawn after %s ms%n", Files.size(file), millis.group(1));
          assertThat(Integer.parseInt(millis.group(1))).isLessThan(2_000);
        });
  }
}
