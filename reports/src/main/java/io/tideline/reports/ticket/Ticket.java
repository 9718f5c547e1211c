package io.tideline.reports.ticket;

import io.tideline.reports.stats.RunInfo;
import java.util.List;
import java.util.Locale;

/**
 * One finding of one run, told so that somebody can work on it.
 *
 * @param subject what it is about
 * @param kind name of the kind, and of its page among the runbooks
 * @param title what is wrong, in a few words
 * @param rating how much it deserves work
 * @param sentence the check's answer
 * @param evidence facts, one sentence each
 * @param suspicions what the data suspects; empty when it says nothing
 * @param fixes what to try, the likeliest first
 * @param reproduction the command that repeats the run
 */
public record Ticket(
    Subject subject,
    String kind,
    String title,
    Rating rating,
    String sentence,
    List<String> evidence,
    List<String> suspicions,
    List<String> fixes,
    String reproduction) {
  private static final int MOST_SLUG = 60;
  private static final int PRINT = 8;

  public Ticket {
    evidence = List.copyOf(evidence);
    suspicions = List.copyOf(suspicions);
    fixes = List.copyOf(fixes);
  }

  static Ticket of(FailedCheck failed) {
    RunInfo info = failed.run().info();
    Finding finding = Finding.of(failed);
    Reach reach = Reach.of(failed.run(), failed.scope());
    return new Ticket(
        Subject.of(info, failed.key()),
        finding.kind(),
        finding.title(),
        new Rating(finding.severity(), reach.users(), finding.sureness()),
        failed.check().sentence(),
        Evidence.of(finding, reach),
        finding.suspicions(),
        finding.fixes(),
        Reproduction.command(failed.run()));
  }

  /** Whether it is a mere suspicion, which is no work for anybody until it is confirmed. */
  public boolean isUnconfirmed() {
    return subject.check().equals(TicketBook.SUSPICION);
  }

  /** Where its runbook is, within the project. */
  public String runbook() {
    return "docs/runbooks/" + kind + ".md";
  }

  /** Name of its page: the same from night to night, and of no other ticket. */
  public String page() {
    String words = subject.scenario() + " " + subject.env() + " " + subject.check();
    String slug =
        words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String some = slug.length() <= MOST_SLUG ? slug : slug.substring(0, MOST_SLUG);
    return kind + "-" + some + "-" + subject.fingerprint().substring(0, PRINT) + ".md";
  }

  /** The same finding, seen in another run as well. */
  Ticket sure() {
    return new Ticket(
        subject, kind, title, rating.sure(), sentence, evidence, suspicions, fixes, reproduction);
  }
}
