package io.tideline.reports.report;

import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.CheckFigures;
import io.tideline.reports.gate.CheckKeys;
import io.tideline.reports.gate.LastingShift;
import io.tideline.reports.gate.Suspicion;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A verdict as {@code junit.xml}, for the test trends of Jenkins, GitLab and others: one test case
 * for each check, and before them one for a suspicion that nothing has confirmed and one for a
 * shift that lasts. The suite is named for environment and scenario, the class for the kind of
 * check and the case for the check's key, none of which changes from run to run; {@link
 * JUnitOutcome} says what becomes of a check. Equal runs and verdicts give equal bytes. Its XML
 * Schema is {@code docs/schema/junit.xsd}.
 */
public final class JUnitXml {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "junit.xml";

  private final StringBuilder xml = new StringBuilder(4_096);
  private final Run run;
  private final Verdict verdict;

  private JUnitXml(Run run, Verdict verdict) {
    this.run = run;
    this.verdict = verdict;
  }

  /** The text of the file. */
  public static String text(Run run, Verdict verdict) {
    JUnitXml file = new JUnitXml(run, verdict);
    file.write();
    return file.xml.toString();
  }

  private void write() {
    Map<String, Check> checks = cases();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite");
    suiteAttributes(checks).forEach(this::attribute);
    xml.append(">\n    <properties>\n");
    properties().forEach(this::property);
    xml.append("    </properties>\n");
    checks.forEach(this::testCase);
    xml.append("  </testsuite>\n</testsuites>\n");
  }

  /** What is open or lasting stands first, since it sums up others. */
  private Map<String, Check> cases() {
    List<Check> first = new ArrayList<>();
    Suspicion suspicion = verdict.suspicion();
    if (suspicion != null) {
      first.add(suspicion.check());
    }
    LastingShift lasting = verdict.lasting();
    if (lasting != null) {
      first.add(lasting.check());
    }
    first.addAll(verdict.checks());
    return CheckKeys.of(first);
  }

  private JUnitOutcome outcome(Check check) {
    return isCovered(check) ? JUnitOutcome.SKIPPED : JUnitOutcome.of(check, verdict.result());
  }

  private boolean isCovered(Check check) {
    LastingShift lasting = verdict.lasting();
    return lasting != null && lasting.covers(check);
  }

  private Map<String, String> suiteAttributes(Map<String, Check> checks) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("name", suite());
    attributes.put("tests", String.valueOf(checks.size()));
    attributes.put("failures", count(checks, JUnitOutcome.FAILURE));
    attributes.put("errors", count(checks, JUnitOutcome.ERROR));
    attributes.put("skipped", count(checks, JUnitOutcome.SKIPPED));
    attributes.put("time", JsonText.rounded(run.info().durationSeconds()).toPlainString());
    Instant start = run.info().start();
    if (start != null) {
      String instant = start.truncatedTo(ChronoUnit.SECONDS).toString();
      attributes.put("timestamp", instant.substring(0, instant.length() - 1));
    }
    return attributes;
  }

  private String count(Map<String, Check> checks, JUnitOutcome outcome) {
    return String.valueOf(checks.values().stream().filter(c -> outcome(c) == outcome).count());
  }

  private Map<String, String> properties() {
    RunInfo info = run.info();
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("verdict", verdict.result().name());
    Suspicion suspicion = verdict.suspicion();
    if (suspicion != null) {
      properties.put("suspicion", suspicion.sentence());
    }
    if (!verdict.unknown().isEmpty()) {
      properties.put("unknown", String.join("; ", verdict.unknown()));
    }
    properties.put("run", info.id());
    LoadInfo load = info.load();
    if (load != null) {
      properties.put("scenario", load.scenario());
      properties.put("environment", load.env());
      properties.put("rate", JsonText.rounded(load.rate()).toPlainString());
      properties.put("seed", String.valueOf(load.seed()));
      properties.put("speedup", JsonText.rounded(load.speedup()).toPlainString());
    }
    properties.put("ending", info.ending().key());
    properties.put("tideline", info.versions().tideline());
    return properties;
  }

  /** Jenkins takes what stands before the last dot of a class for its package. */
  private String suite() {
    LoadInfo load = run.info().load();
    return load == null
        ? "tideline.unplanned"
        : "tideline." + undotted(load.env()) + "." + undotted(load.scenario());
  }

  private static String undotted(String name) {
    return name.replace('.', '_');
  }

  private void testCase(String key, Check check) {
    String kind = check.kind().name().toLowerCase(Locale.ROOT);
    String name = key.startsWith(kind + "/") ? key.substring(kind.length() + 1) : key;
    xml.append("    <testcase");
    attribute("classname", suite() + "." + kind);
    attribute("name", name);
    attribute("time", "0");
    xml.append(">\n");
    JUnitOutcome outcome = outcome(check);
    if (outcome == JUnitOutcome.PASSED) {
      xml.append("      <system-out>").append(XmlText.escaped(check.sentence()));
      xml.append("</system-out>\n");
    } else {
      element(outcome, check);
    }
    xml.append("    </testcase>\n");
  }

  private void element(JUnitOutcome outcome, Check check) {
    xml.append("      <").append(outcome.element());
    attribute("message", message(check));
    if (outcome != JUnitOutcome.SKIPPED) {
      attribute("type", check.status().name());
    }
    xml.append('>').append(XmlText.escaped(check.sentence()));
    xml.append("</").append(outcome.element()).append(">\n");
  }

  private String message(Check check) {
    String figures = CheckFigures.of(check);
    Suspicion suspicion = verdict.suspicion();
    if (suspicion != null && check.id().equals(suspicion.check().id())) {
      return suspicion.sentence();
    }
    if (isCovered(check)) {
      return "told by the lasting shift: " + figures;
    }
    return switch (check.status()) {
      case PASS -> "the run is INVALID and proves nothing: " + figures;
      case WARN -> (Suspicion.isOpen(check) ? "unconfirmed suspicion: " : "warning: ") + figures;
      default -> figures;
    };
  }

  private void property(String name, String value) {
    xml.append("      <property");
    attribute("name", name);
    attribute("value", value);
    xml.append("/>\n");
  }

  private void attribute(String name, String value) {
    xml.append(' ').append(name).append("=\"").append(XmlText.escaped(value)).append('"');
  }
}
