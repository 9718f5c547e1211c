package io.tideline.reports.ticket;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.CheckKeys;
import io.tideline.reports.gate.LastingShift;
import io.tideline.reports.gate.Suspicion;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.Run;
import io.tideline.reports.ticket.Note.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of one run, or of many runs when it is kept between them.
 *
 * <p>A run that is INVALID says nothing about the target, for good or ill: of such a run there are
 * tickets about what made it INVALID only, and it clears nothing. That holds for a leak as well,
 * which stands among the verdict's reasons: a load that was not the planned one may be what made
 * the resource grow. In other runs a check that did not pass is a ticket, unless the verdict does
 * not hold it against the run. That a slice is part of a run is no finding.
 *
 * @param run whose tickets they are; null in a book of many runs
 * @param tickets open ones first, by priority
 * @param cleared checks that passed in {@code run}, in the verdict's order
 */
public record TicketBook(@Nullable RunMark run, List<KeptTicket> tickets, List<Cleared> cleared) {
  /** Key of the ticket on a suspicion that nothing has confirmed. */
  static final String SUSPICION = "regression/unconfirmed";

  /** Key of the ticket on a shift that lasts. */
  static final String LASTING = "regression/lasting";

  private static final Comparator<KeptTicket> MOST_URGENT_FIRST =
      Comparator.comparing((KeptTicket kept) -> !kept.open())
          .thenComparing(kept -> kept.ticket().rating().priority())
          .thenComparing(kept -> kept.ticket().kind())
          .thenComparing(kept -> kept.ticket().title())
          .thenComparing(kept -> kept.ticket().subject().fingerprint());

  public TicketBook {
    tickets = tickets.stream().sorted(MOST_URGENT_FIRST).toList();
    cleared = List.copyOf(cleared);
  }

  /** A book without tickets, to be kept between runs. */
  public static TicketBook empty() {
    return new TicketBook(null, List.of(), List.of());
  }

  /** The tickets of one run. */
  public static TicketBook of(Run run, Verdict verdict) {
    RunMark mark = RunMark.of(run.info(), verdict);
    List<KeptTicket> tickets = new ArrayList<>();
    List<Cleared> cleared = new ArrayList<>();
    summedUp(verdict)
        .forEach((key, check) -> tickets.add(opened(new FailedCheck(run, key, check), mark)));
    if (isCompared(verdict)) {
      for (String key : List.of(SUSPICION, LASTING)) {
        if (!summedUp(verdict).containsKey(key)) {
          String print = Subject.of(run.info(), key).fingerprint();
          cleared.add(new Cleared(print, "Not so in this run, which was compared with others"));
        }
      }
    }
    LastingShift lasting = verdict.lasting();
    CheckKeys.of(verdict.checks())
        .forEach(
            (key, check) -> {
              if (lasting != null && lasting.covers(check)) {
                String print = Subject.of(run.info(), key).fingerprint();
                cleared.add(new Cleared(print, "Told by the ticket on the lasting shift"));
              } else if (deservesWork(check, verdict)) {
                tickets.add(opened(new FailedCheck(run, key, check), mark));
              } else if (check.status() == Status.PASS && verdict.result() != Result.INVALID) {
                String fingerprint = Subject.of(run.info(), key).fingerprint();
                cleared.add(new Cleared(fingerprint, check.sentence()));
              }
            });
    return new TicketBook(mark, tickets, cleared);
  }

  private static KeptTicket opened(FailedCheck failed, RunMark mark) {
    Note note = new Note(Event.OPENED, mark.id(), mark.at(), failed.check().sentence());
    return new KeptTicket(Ticket.of(failed), true, List.of(note));
  }

  /** Findings that sum up many checks. */
  private static Map<String, Check> summedUp(Verdict verdict) {
    Map<String, Check> summedUp = new LinkedHashMap<>();
    Suspicion suspicion = verdict.suspicion();
    if (suspicion != null && verdict.result() != Result.INVALID) {
      summedUp.put(SUSPICION, suspicion.check());
    }
    LastingShift lasting = verdict.lasting();
    if (lasting != null) {
      summedUp.put(LASTING, lasting.check());
    }
    return summedUp;
  }

  private static boolean isCompared(Verdict verdict) {
    return verdict.result() != Result.INVALID
        && verdict.checks().stream()
            .anyMatch(check -> check.kind() == Kind.REGRESSION && check.comparison() != null);
  }

  private static boolean deservesWork(Check check, Verdict verdict) {
    boolean invalid = verdict.result() == Result.INVALID;
    if (check.isOnWholeness() || (isPart(verdict) && check.status() == Status.INSUFFICIENT)) {
      return false;
    }
    return switch (check.status()) {
      case PASS, WARN -> false;
      case FAIL -> invalid == check.invalidates() && !isToldByItsRequests(check, verdict);
      case INSUFFICIENT -> invalid && check.invalidates() && !check.beginsHistory();
    };
  }

  /** A slice alone is part of a run: what it has too little of, the whole may have enough of. */
  private static boolean isPart(Verdict verdict) {
    return verdict.checks().stream().anyMatch(Check::isOnWholeness);
  }

  /**
   * A request that became slower makes its journey and the whole run slower: one ticket is enough.
   */
  private static boolean isToldByItsRequests(Check check, Verdict verdict) {
    Scope scope = check.scope();
    return check.kind() == Kind.REGRESSION
        && scope.request() == null
        && verdict.checks().stream()
            .filter(other -> other.kind() == Kind.REGRESSION && other.status() == Status.FAIL)
            .map(Check::scope)
            .filter(other -> other.request() != null)
            .anyMatch(other -> scope.journey() == null || scope.journey().equals(other.journey()));
  }

  /**
   * This book after a run: new findings are opened, known ones noted, those that came back
   * reopened, and those whose check passed closed. A run that is in a ticket's history already
   * changes nothing, and one that is older than its latest line neither opens nor closes it.
   */
  public TicketBook after(TicketBook now) {
    RunMark mark = now.run;
    if (mark == null) {
      throw new IllegalArgumentException("not the tickets of one run");
    }
    Map<String, KeptTicket> kept = new LinkedHashMap<>();
    tickets.forEach(ticket -> kept.put(ticket.ticket().subject().fingerprint(), ticket));
    for (KeptTicket found : now.tickets) {
      kept.merge(
          found.ticket().subject().fingerprint(), found, (known, again) -> known.seenAgain(again));
    }
    for (Cleared passed : now.cleared) {
      kept.computeIfPresent(
          passed.fingerprint(), (print, known) -> known.gone(mark, passed.said()));
    }
    return new TicketBook(null, List.copyOf(kept.values()), List.of());
  }

  /** What a run changed, one sentence for each ticket; {@code before} is this book before it. */
  public List<String> changesSince(TicketBook before) {
    return tickets.stream()
        .filter(kept -> !before.tickets.contains(kept))
        .map(
            kept ->
                "ticket "
                    + kept.latest().event().key()
                    + ": "
                    + kept.ticket().title()
                    + " ("
                    + kept.ticket().rating().priority()
                    + ")")
        .toList();
  }
}
