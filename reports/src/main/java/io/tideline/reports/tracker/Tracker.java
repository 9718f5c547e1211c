package io.tideline.reports.tracker;

import io.tideline.reports.ticket.Cleared;
import io.tideline.reports.ticket.Ticket;
import java.util.List;
import java.util.Map;

/**
 * A place where tickets are worked on. What is written there carries the ticket's fingerprint and
 * the last run it was told of, so that posting twice changes nothing.
 */
public sealed interface Tracker permits GitHubIssues, JiraIssues {
  /** The label of everything that Tideline posts. */
  String LABEL = "tideline";

  /** What it is called. */
  String name();

  /** Headers of each request, secrets included. */
  Map<String, String> headers();

  /** What must never be shown to anybody. */
  List<String> secrets();

  /** What to do about an answer with {@code status}, for people. */
  String advice(int status);

  /** All issues that Tideline has posted there, the newest first. */
  List<Issue> known(Wire wire) throws TrackerException;

  /**
   * Posts a ticket that is not there yet.
   *
   * @return the issue's name
   */
  String create(Wire wire, Ticket ticket, String run) throws TrackerException;

  /** Notes that the finding was seen again, and opens the issue if it was closed. */
  void again(Wire wire, Issue issue, Told told) throws TrackerException;

  /** Notes that the finding is gone, and closes the issue. */
  void close(Wire wire, Issue issue, Told told) throws TrackerException;

  /**
   * What is said of a ticket.
   *
   * @param run the run that showed it
   * @param sentence what the run's check came to
   * @param facts the facts behind it; none when it is gone
   */
  record Told(String run, String sentence, List<String> facts) {
    static Told of(Ticket ticket, String run) {
      return new Told(run, ticket.sentence(), ticket.evidence());
    }

    static Told of(Cleared passed, String run) {
      return new Told(run, passed.said(), List.of());
    }
  }
}
