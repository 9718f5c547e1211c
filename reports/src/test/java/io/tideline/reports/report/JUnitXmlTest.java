package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.testkit.SampleRuns;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads junit.xml as others do, with an XML parser, and holds it against its schema. */
class JUnitXmlTest {
  private static final Path SCHEMA = Path.of("..", "docs", "schema", "junit.xsd");
  private static final List<Phase> PHASES = List.of(SampleRun.phase("only", 30, false, 1));
  private static final Slo SLOW = new Slo(Scope.EVERYTHING, Metric.P95, 1);
  private static final Slo KEPT = new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01);
  private static final Slo UNSEEN = new Slo(new Scope(null, "Nothing", null), Metric.P95, 10);
  private static final TargetModel FAILING_ONE_IN_FORTY =
      (request, second, random) -> random.nextInt(40) == 0 ? -20 : 20;

  @TempDir Path folder;

  private Element suite(String xml) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(SCHEMA.toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes))
            .getDocumentElement();
    return (Element) root.getElementsByTagName("testsuite").item(0);
  }

  private Element written(TargetModel target, Slo... slos) throws Exception {
    SampleRun.of(SampleRun.plan(10, PHASES, List.of(slos)), target, Duration.ZERO).writeTo(folder);
    return analysed();
  }

  private Element analysed() throws Exception {
    Analysis.analyze(folder).write();
    return suite(Files.readString(folder.resolve("tideline").resolve("junit.xml")));
  }

  /** Each case as {@code class name: element}. */
  private static List<String> cases(Element suite) {
    List<String> cases = new ArrayList<>();
    NodeList nodes = suite.getElementsByTagName("testcase");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element one = (Element) nodes.item(i);
      String element = one.getElementsByTagName("*").item(0).getNodeName();
      String shortClass = one.getAttribute("classname").replaceAll(".*\\.", "");
      cases.add(shortClass + " " + one.getAttribute("name") + ": " + element);
    }
    return cases;
  }

  private static Element first(Element suite, String element) {
    return (Element) suite.getElementsByTagName(element).item(0);
  }

  @Test
  void eachCheckIsACaseAndABrokenPromiseAFailure() throws Exception {
    Element suite = written(SampleRun.HEALTHY, SLOW, KEPT);

    assertThat(cases(suite))
        .contains(
            "validity complete: system-out",
            "slo */*/*/p95: failure",
            "slo */*/*/errors: system-out")
        .hasSize(Analysis.analyze(folder).verdict().checks().size());
    assertThat(suite.getAttribute("name")).isEqualTo("tideline.stand-in.smoke");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-09-21T14:13:20");
    Element failure = first(suite, "failure");
    assertThat(failure.getAttribute("message")).matches("p95 \\d+ ms, limit 1 ms, \\d+ values");
    assertThat(failure.getTextContent()).startsWith("All requests: p95 ");
  }

  @Test
  void thePropertiesTellWhichRunItWas() throws Exception {
    Element suite = written(SampleRun.HEALTHY, KEPT);

    NodeList nodes = suite.getElementsByTagName("property");
    List<String> properties = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element property = (Element) nodes.item(i);
      properties.add(property.getAttribute("name") + "=" + property.getAttribute("value"));
    }
    assertThat(properties)
        .contains(
            "verdict=PASS",
            "run=" + folder.getFileName(),
            "scenario=smoke",
            "environment=stand-in",
            "rate=10",
            "seed=42",
            "ending=completed");
  }

  @Test
  void anInvalidRunHasErrorsAndNoPromiseThatPassed() throws Exception {
    Element suite = written(SampleRun.HEALTHY, KEPT, UNSEEN);

    assertThat(cases(suite))
        .contains("slo */*/*/errors: skipped", "slo */Nothing/*/p95: error")
        .doesNotContain("slo */*/*/errors: system-out");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(first(suite, "skipped").getAttribute("message"))
        .startsWith("the run is INVALID and proves nothing: errors 0 %, limit 1 %, ");
  }

  @Test
  void aLogThatWasCutOffIsAnError() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Path log = folder.resolve("simulation.log");
    byte[] whole = Files.readAllBytes(log);
    for (int length = 0; length < whole.length; length += 53) {
      Files.write(log, Arrays.copyOf(whole, length));
      Element suite = analysed();
      assertThat(cases(suite)).contains("validity complete: error");
      assertThat(Integer.parseInt(suite.getAttribute("errors"))).isPositive();
    }
  }

  @Test
  void tooLittleDataIsSkippedWhereTheTargetsOwnFailuresExcuseIt() throws Exception {
    Element suite = written(FAILING_ONE_IN_FORTY, KEPT, UNSEEN);

    assertThat(cases(suite)).contains("slo */*/*/errors: failure", "slo */Nothing/*/p95: skipped");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
  }

  @Test
  void theSameQuestionWithTwoLimitsIsTwoCases() throws Exception {
    Element suite = written(SampleRun.HEALTHY, KEPT, new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.5));

    assertThat(cases(suite))
        .contains("slo */*/*/errors: system-out", "slo */*/*/errors#2: system-out");
  }

  @Test
  void aForeignRunHasASuiteOfItsOwn() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Files.delete(folder.resolve("tideline").resolve("plan.json"));

    assertThat(analysed().getAttribute("name")).isEqualTo("tideline.unplanned");
  }

  @Test
  void whatXmlCannotHoldIsWrittenOut() throws Exception {
    String name = "a<b & \"c\"\u0000\u0007\n\ttab \ud83d\ude00 half \ud83d end\u0085\ufffe";
    Check check =
        new Check(
            "slo/" + name, Kind.SLO, Scope.EVERYTHING, name, 1.5, null, "", 0, Status.FAIL, name);
    SampleRuns.tiny().writeTo(folder);
    Verdict verdict = new Verdict(Result.FAIL, List.of(name), List.of(check));

    Element suite = suite(JUnitXml.text(Analysis.analyze(folder).run(), verdict));

    String readable =
        "a<b & \"c\"\\u0000\\u0007\n\ttab \ud83d\ude00 half \\ud83d end\\u0085\\ufffe";
    assertThat(first(suite, "failure").getTextContent()).isEqualTo(readable);
    assertThat(first(suite, "testcase").getAttribute("name")).isEqualTo(readable);
    assertThat(first(suite, "failure").getAttribute("message")).isEqualTo(readable + " 1.500");
  }

  @Test
  void theSameRunGivesTheSameBytesInEveryLocale() throws Exception {
    written(SampleRun.HEALTHY, SLOW, KEPT);
    Path file = folder.resolve("tideline").resolve("junit.xml");
    byte[] first = Files.readAllBytes(file);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      analysed();
    } finally {
      Locale.setDefault(before);
    }

    assertThat(file).hasBinaryContent(first);
  }
}
