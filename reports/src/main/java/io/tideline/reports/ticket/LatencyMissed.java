package io.tideline.reports.ticket;

import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.bottleneck.PhaseBottleneck;
import io.tideline.reports.gate.CheckFigures;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Generator;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Sample;
import io.tideline.reports.ticket.RequestFigures.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A promise on latency was broken. */
record LatencyMissed(FailedCheck failed) implements Finding {
  private static final int MOST_NAMED = 3;
  private static final int MOST_PARTS = 8;

  /** A share of failures below which they explain nothing. */
  private static final double SOME_ERRORS = 0.01;

  /** A phase at twice the time of another at more load. */
  private static final double GROWS = 2;

  /** One-sided 95 % quantile of the normal distribution. */
  private static final double Z = 1.645;

  @Override
  public String kind() {
    return "latency";
  }

  @Override
  public String title() {
    return failed.scopeName()
        + ": "
        + failed.check().metric()
        + " above "
        + CheckFigures.figure(failed.check().limit(), failed.check().unit())
        + " in "
        + failed.where();
  }

  /** Too few answers for a figure are those of a target that answers hardly at all. */
  @Override
  public Severity severity() {
    return failed.miss() <= 1 ? Severity.HIGH : Severity.ofMiss(failed.miss());
  }

  /**
   * Doubtful when the binomial interval of the percentile reaches down to the limit: the value at
   * rank {@code q - 1.645 sqrt(q (1 - q) / n)} is within it. The interval is too narrow where
   * requests stall together, and so one run is never called sure.
   */
  @Override
  public Sureness sureness() {
    double q = metric().quantile();
    Latencies latencies = failed.sample().intendedLatencies();
    if (failed.miss() <= 1 || Double.isNaN(q) || q >= 1 || latencies.count() == 0) {
      return Sureness.LIKELY;
    }
    double low = q - Z * Math.sqrt(q * (1 - q) / latencies.count());
    return latencies.at(Math.max(0, low)) > limit() ? Sureness.LIKELY : Sureness.DOUBTFUL;
  }

  @Override
  public List<String> evidence() {
    List<String> facts = new ArrayList<>();
    Latencies latencies = failed.sample().intendedLatencies();
    if (latencies.count() > 0) {
      facts.add(
          String.format(
              "Successful requests of the scope, from their intended start: p50 %s, p95 %s, p99 %s, at most %s",
              Figures.millis(latencies.at(0.5)),
              Figures.millis(latencies.at(0.95)),
              Figures.millis(latencies.at(0.99)),
              Figures.millis(latencies.max())));
    }
    if (!RequestFigures.isOneRequest(failed.run(), failed.scope())) {
      facts.addAll(requests().sentences(MOST_PARTS));
    }
    List<String> phases = phases().sentences(MOST_PARTS);
    if (phases.size() > 1) {
      facts.addAll(phases);
    }
    return facts;
  }

  @Override
  public List<String> suspicions() {
    List<String> suspicions = new ArrayList<>();
    if (!RequestFigures.isOneRequest(failed.run(), failed.scope())) {
      suspectRequests(suspicions);
    }
    suspectShape(suspicions);
    suspectLoad(suspicions);
    suspectFailures(suspicions);
    suspectGenerator(suspicions);
    suspectResources(suspicions);
    return suspicions;
  }

  private void suspectResources(List<String> suspicions) {
    String phase = failed.scope().phase();
    PhaseBottleneck.of(failed.run()).stream()
        .filter(each -> phase == null || phase.equals(each.phase()))
        .filter(each -> !each.saturated().isEmpty() || !each.moved().isEmpty())
        .limit(MOST_NAMED)
        .forEach(each -> suspicions.add("In " + each.sentence()));
  }

  private void suspectRequests(List<String> suspicions) {
    List<Part> all = requests().parts();
    List<Part> slow = requests().above(limit());
    if (slow.isEmpty() || all.size() < 2) {
      return;
    }
    if (slow.size() == all.size()) {
      suspicions.add(
          "All "
              + all.size()
              + " kinds of requests are above the limit: something that they share (processors,"
              + " database, a pool, the network) is likelier than the code of one");
    } else {
      String names =
          slow.stream().limit(MOST_NAMED).map(Part::name).collect(Collectors.joining(", "));
      int more = slow.size() - MOST_NAMED;
      suspicions.add(
          "Only "
              + slow.size()
              + " of "
              + all.size()
              + " kinds of requests are above the limit: "
              + names
              + (more > 0 ? " and " + more + " more" : ""));
    }
  }

  private void suspectShape(List<String> suspicions) {
    Latencies latencies = failed.sample().intendedLatencies();
    double median = latencies.at(0.5);
    if (latencies.count() < metric().leastValues() || metric() == Metric.P50) {
      return;
    }
    if (median <= limit() / 10) {
      suspicions.add(
          "Few requests are slow and half of them take "
              + Figures.millis(median)
              + " at most: rare waiting (a lock, a pool in use, a collection, a cold cache) fits"
              + " better than slow code");
    } else if (median >= limit() / 2) {
      suspicions.add(
          "Half of the requests take more than "
              + Figures.millis(median)
              + ": the usual way is slow or overloaded, not a rare exception");
    }
  }

  private void suspectLoad(List<String> suspicions) {
    List<Part> phases = phases().parts();
    if (phases.size() < 2) {
      return;
    }
    Part slowest = phases.get(0);
    Part fastest = phases.get(0);
    for (Part phase : phases) {
      slowest = phase.millis() > slowest.millis() ? phase : slowest;
      fastest = phase.millis() < fastest.millis() ? phase : fastest;
    }
    if (slowest.millis() >= GROWS * fastest.millis()
        && slowest.perSecond() >= GROWS * fastest.perSecond()) {
      suspicions.add(
          "It is slowest in "
              + slowest.name()
              + " and fastest in "
              + fastest.name()
              + ", where fewer requests come: it grows with the load");
    }
  }

  private void suspectFailures(List<String> suspicions) {
    Sample sample = failed.sample();
    if (sample.errorShare() > SOME_ERRORS) {
      suspicions.add(
          Figures.share(sample.errorShare())
              + " of these requests fail as well: what makes them fail may make others slow");
    }
  }

  private void suspectGenerator(List<String> suspicions) {
    Generator generator = failed.run().generator();
    Double value = failed.check().value();
    boolean tail = metric() == Metric.MAX || metric() == Metric.P999;
    if (generator != null && value != null && tail && generator.pauseMaxMillis() >= value / 2) {
      suspicions.add(
          "The generator itself stood still for "
              + Figures.millis(generator.pauseMaxMillis())
              + " once: a part of the longest times may be its own");
    }
  }

  @Override
  public List<String> fixes() {
    List<String> fixes = new ArrayList<>();
    List<Part> slow = requests().above(limit());
    if (!slow.isEmpty()) {
      fixes.add("Trace the slowest first: " + slow.get(0).name());
    }
    fixes.add("Look at what was deployed or configured since the last run that passed");
    fixes.add(
        "Compare processors, database, pools and collections of the target in this run's time with"
            + " those of a run that passed");
    fixes.add(
        "Run it again with half the rate: if it passes then, it is a matter of load; if not, of the"
            + " code's own time");
    return fixes;
  }

  private RequestFigures requests() {
    return RequestFigures.byRequest(failed.run(), failed.scope(), metric());
  }

  private RequestFigures phases() {
    return RequestFigures.byPhase(failed.run(), failed.scope(), metric());
  }

  private double limit() {
    Double limit = failed.check().limit();
    return limit == null ? Double.POSITIVE_INFINITY : limit;
  }

  private Metric metric() {
    return Arrays.stream(Metric.values())
        .filter(metric -> metric.key().equals(failed.check().metric()))
        .findFirst()
        .orElse(Metric.MEAN);
  }
}
