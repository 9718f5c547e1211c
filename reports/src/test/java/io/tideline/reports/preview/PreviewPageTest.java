package io.tideline.reports.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.html.Html;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PreviewPageTest {

  private static Document page(Preview preview) throws Exception {
    InputSource text = new InputSource(new StringReader(PreviewPage.of(preview)));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(text);
  }

  private static List<Element> elements(Document page, String name, String kind) {
    NodeList nodes = page.getElementsByTagName(name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      if (kind.isEmpty() || List.of(element.getAttribute("class").split(" ")).contains(kind)) {
        found.add(element);
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"spike", "soak", "stairs", "half-known", "unknown", "blink", "fast"})
  void everyPageIsWellFormedAndNeedsNothingElse(String scenario) throws Exception {
    Preview preview = Previews.of(scenario);

    Document page = page(preview);

    assertThat(elements(page, "svg", "")).hasSize(2);
    assertThat(elements(page, "figcaption", ""))
        .extracting(Element::getTextContent)
        .containsExactly("New users per second", "Users so far");
    assertThat(PreviewPage.of(preview))
        .doesNotContain("http://", "https://", "src=", "href=", "url(", "@import", "<script");
  }

  @Test
  void theTablesOfTheTerminalAreOnThePage() throws Exception {
    List<String> cells =
        elements(page(Previews.of("spike")), "td", "").stream()
            .map(Element::getTextContent)
            .toList();

    assertThat(cells)
        .containsSubsequence("warm-up", "0 s", "1 min", "0 to 4", "4", "120", "not judged")
        .containsSubsequence("All phases", "11 min", "40", "13,320")
        .containsSubsequence("Browse", "9,990", "94,905", "312 MiB")
        .containsSubsequence("Requests", "128,205", "20,000,000", "99 % free");
  }

  @Test
  void eachPhaseIsABandAsWideAsItLasts() throws Exception {
    List<Element> bands = elements(page(Previews.of("spike")), "rect", "").subList(0, 4);

    assertThat(bands)
        .extracting(band -> band.getAttribute("class"))
        .containsExactly("warm-up", "odd", "even", "odd");
    assertThat(bands)
        .extracting(band -> band.getAttribute("x") + " " + band.getAttribute("width"))
        .containsExactly("0.00 90.91", "90.91 181.82", "272.73 454.55", "727.27 272.73");
  }

  /** The rate jumps from 4 to 40 of 40 at 3 of 11 minutes; the users end at 13,320 of 15,000. */
  @Test
  void theCurvesGoThroughTheirCorners() throws Exception {
    List<Element> curves = elements(page(Previews.of("spike")), "path", "curve");

    assertThat(curves.get(0).getAttribute("d"))
        .startsWith("M0.00 300.00")
        .contains("L272.73 270.00L272.73 0.00L727.27 0.00L727.27 270.00")
        .endsWith("L1000.00 270.00");
    assertThat(curves.get(1).getAttribute("d"))
        .startsWith("M0.00 300.00")
        .endsWith(" 1000.00 33.60");
  }

  @Test
  void aRefusalAndTheCapThatIsPassedAreShown() throws Exception {
    Document page = page(Previews.of("stairs"));

    assertThat(elements(page, "li", "")).hasSize(3);
    assertThat(elements(page, "line", "cap")).hasSize(1);
    assertThat(elements(page, "td", "bad")).hasSize(3);
    assertThat(elements(page(Previews.of("spike")), "section", "refused")).isEmpty();
  }

  @Test
  void textFromThePlanIsTextOnThePage() throws Exception {
    Preview preview = Previews.of("half-known");

    assertThat(PreviewPage.of(preview))
        .contains("&lt;Fly&gt; &amp; &quot;swim&quot;")
        .contains("one &amp; &lt;only&gt;")
        .doesNotContain("<Fly>", "<only>");
    assertThat(Html.text("'\u0000\ud800\u0007 ok \ud83c\udf0a"))
        .isEqualTo("&#39;\ufffd\ufffd\ufffd ok \ud83c\udf0a");
  }
}
