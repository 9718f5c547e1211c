package io.tideline.reports.gate;

import io.tideline.engine.plan.Slo;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.Sample;

/**
 * Whether the share of failed requests stays within its limit.
 *
 * <p>A share passes when it is at most the limit, of {@code 1 / limit} requests or more ({@link
 * Slo#leastValues()}): of fewer a target that breaks the limit shows no failure as a rule. One
 * above the limit fails as a rule. But of so few requests a single failure is above it already, and
 * would be bad luck rather than a broken promise: such a sample fails only if a target that just
 * keeps the limit would fail as often in no more than 5 % of samples of that size (the upper tail
 * of the binomial distribution); else it is too small to tell.
 */
final class ErrorCheck {
  private static final double BAD_LUCK = 0.05;

  private ErrorCheck() {}

  static Check of(Run run, Slo slo) {
    Sample sample = run.pool(slo.scope());
    long requests = sample.requests();
    if (requests == 0) {
      return new SloAnswer(slo, "share", null, 0).check(Status.INSUFFICIENT, SloAnswer.NOT_SEEN);
    }
    SloAnswer answer = new SloAnswer(slo, "share", sample.errorShare(), requests);
    String figures =
        Figures.share(sample.errorShare())
            + " errors ("
            + Figures.number(sample.ko())
            + " of "
            + Figures.count(requests, "request")
            + "), at most "
            + Figures.share(slo.limit())
            + " promised";
    if (sample.errorShare() <= slo.limit()) {
      return requests < slo.leastValues()
          ? answer.check(Status.INSUFFICIENT, figures + "; " + needs(slo))
          : answer.check(Status.PASS, figures);
    }
    boolean tooSmall = requests * slo.limit() < 1;
    if (tooSmall && Binomial.atLeast(sample.ko(), requests, slo.limit()) > BAD_LUCK) {
      return answer.check(
          Status.INSUFFICIENT, figures + "; too few requests to tell it from bad luck: run longer");
    }
    return answer.check(Status.FAIL, figures);
  }

  /** How many requests it takes to say that a limit is kept. */
  static String needs(Slo slo) {
    return "it takes "
        + Figures.count(slo.leastValues(), "request")
        + " to tell that: run longer, or at a higher rate";
  }
}
