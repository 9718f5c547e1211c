package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.gate.Suspicion;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.html.Html;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;
import java.util.List;
import java.util.Locale;

/** The verdict in plain words, its reasons, and the figures that everybody asks for. */
final class VerdictSection {
  private final Run run;
  private final Verdict verdict;

  private VerdictSection(Run run, Verdict verdict) {
    this.run = run;
    this.verdict = verdict;
  }

  static String html(Findings findings) {
    VerdictSection section = new VerdictSection(findings.run(), findings.verdict());
    return section.banner() + section.cards();
  }

  private String banner() {
    String word = verdict.result().name();
    boolean warned = verdict.result() == Result.PASS && !verdict.warnings().isEmpty();
    StringBuilder html =
        new StringBuilder(
            "<section id=\"verdict\" class=\"verdict " + word.toLowerCase(Locale.ROOT));
    html.append(warned ? " warned" : "");
    html.append("\"><p class=\"word\">").append(word).append("</p><div>");
    Suspicion suspicion = verdict.suspicion();
    if (suspicion != null) {
      html.append("<p class=\"plain\">With an ");
      html.append(Html.text(suspicion.sentence())).append(".</p>\n");
    }
    html.append("<p class=\"plain\">").append(Html.text(plain())).append("</p>\n");
    if (!verdict.reasons().isEmpty()) {
      html.append("<ul>");
      verdict.reasons().forEach(reason -> html.append(Html.element("li", reason)));
      html.append("</ul>");
    }
    if (!verdict.unknown().isEmpty()) {
      html.append("<p>Not known of this run: ");
      html.append(Html.text(String.join("; ", verdict.unknown()))).append(".</p>\n");
    }
    return html.append("</div></section>\n").toString();
  }

  private String plain() {
    List<Check> promises =
        verdict.checks().stream().filter(check -> check.kind() != Kind.VALIDITY).toList();
    return switch (verdict.result()) {
      case PASS -> passed(promises);
      case FAIL -> failed(promises);
      case INVALID ->
          "The numbers of this run prove nothing, neither for the target nor against it.";
    };
  }

  private static String failed(List<Check> promises) {
    long broken = promises.stream().filter(check -> check.status() == Status.FAIL).count();
    return promises.size() == 1
        ? "The target does not keep what was promised."
        : Words.format(
            onlyPromises(promises)
                ? "The target breaks %d of %d promises."
                : "The target fails %d of %d checks.",
            broken,
            promises.size());
  }

  /** Only a run of which nothing is open, and of which everything was recorded, is trusted. */
  private String passed(List<Check> promises) {
    boolean trusted = verdict.unknown().isEmpty() && verdict.warnings().isEmpty();
    if (promises.isEmpty()) {
      return (trusted ? "The numbers can be trusted. " : "")
          + "Nothing was promised, so that nothing else was judged.";
    }
    String noun = onlyPromises(promises) ? "promises" : "checks";
    int all = promises.size();
    long held = count(promises, Status.PASS);
    if (held < all) {
      return held(promises, noun)
          + (trusted ? ", none fails, and the numbers can be trusted." : ".");
    }
    String holds =
        all == 1 ? "What was promised holds" : Words.format("All %d %s hold", held, noun);
    return holds + (trusted ? ", and the numbers can be trusted." : ".");
  }

  private static String held(List<Check> promises, String noun) {
    long warned = count(promises, Status.WARN);
    long open = count(promises, Status.INSUFFICIENT);
    return Words.format("%d of %d %s hold", count(promises, Status.PASS), promises.size(), noun)
        + (warned == 0 ? "" : Words.format(", %s", Figures.count(warned, "warning")))
        + (open == 0 ? "" : Words.format(", %d cannot be judged yet", open));
  }

  private static long count(List<Check> checks, Status status) {
    return checks.stream().filter(check -> check.status() == status).count();
  }

  /** Not when some are on how the run compares with others. */
  private static boolean onlyPromises(List<Check> checks) {
    return checks.stream().allMatch(check -> check.kind() == Kind.SLO);
  }

  private String cards() {
    Sample all = run.pool(Scope.EVERYTHING);
    double seconds = run.seconds(Scope.EVERYTHING);
    String rate =
        seconds > 0 ? Words.rate(all.requests() / seconds) + " a second, without the warm-up" : "";
    return "<dl class=\"cards\">"
        + Section.card("Requests", Figures.number(all.requests()), rate)
        + Section.card(
            "Errors",
            all.requests() == 0 ? Words.UNKNOWN : Figures.share(all.errorShare()),
            all.requests() == 0
                ? "nothing was measured"
                : Figures.number(all.ko()) + " of them failed")
        + percentile(all, Metric.P50, "half are faster")
        + percentile(all, Metric.P95, "one in 20 is slower")
        + percentile(all, Metric.P99, "one in 100 is slower")
        + Section.card(
            "Users",
            Figures.number(run.users().started()),
            "in " + Words.duration(run.info().durationSeconds()))
        + "</dl>\n";
  }

  private static String percentile(Sample all, Metric metric, String meaning) {
    boolean enough = all.ok() >= metric.leastValues();
    return Section.card(
        metric.key(),
        all.ok() == 0 ? Words.UNKNOWN : Figures.millis(all.okLatencies().at(metric.quantile())),
        all.ok() == 0 ? "nothing was measured" : enough ? meaning : "too few requests to tell");
  }
}
