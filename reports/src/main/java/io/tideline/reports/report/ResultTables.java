package io.tideline.reports.report;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.ScopeName;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable.Cell;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.RequestRow;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run's figures as two tables in one: its phases, and its requests by journey over all phases but
 * the warm-up. A row is split by phase where there are few phases; where there are many, only for
 * the phases in which an SLO does not hold. Each SLO stands in the row that it is about; of many
 * phases, those on a part of a phase that hold are only counted.
 */
final class ResultTables {
  private static final int WIDEST_LABEL = 34;
  private static final int FEW_PHASES = 3;
  private static final String INDENT = "  ";
  private static final String NO_JOURNEY = "(no journey)";

  private final Run run;
  private final List<Check> promises;
  private final List<PhaseRow> measured;

  /** SLOs that no row has shown yet. */
  private final Set<Check> unshown;

  ResultTables(Run run, Verdict verdict) {
    this.run = run;
    this.promises = verdict.checks().stream().filter(Check::isOnRequests).toList();
    this.measured = run.phases().stream().filter(phase -> !phase.warmUp()).toList();
    this.unshown = new LinkedHashSet<>(promises);
  }

  /** All rows, in columns that are shared by both tables. */
  TextTable table() {
    TextTable table = new TextTable(WIDEST_LABEL, Integer.MAX_VALUE);
    if (run.phases().size() > 1) {
      header(table, "Phase");
      addPhases(table);
      table.add(List.of());
    }
    header(table, measured.size() > 1 ? "All phases but the warm-up" : "Request");
    addRequests(table);
    addOthers(table);
    return table;
  }

  private static void header(TextTable table, String firstTitle) {
    List<Cell> cells = new ArrayList<>();
    Stream.of(List.of(firstTitle), SampleCells.TITLES, List.of("SLO, at most"))
        .flatMap(List::stream)
        .forEach(title -> cells.add(new Cell(title, Ink.FAINT)));
    table.add(cells);
  }

  /** One row for each phase, the warm-up too. */
  private void addPhases(TextTable table) {
    for (PhaseRow phase : run.phases()) {
      String label = phase.name() + (phase.warmUp() ? " (not judged)" : "");
      addRow(table, label, new Scope(null, null, phase.name()));
    }
  }

  /** All requests, then each journey with its requests. */
  private void addRequests(TextTable table) {
    addRow(table, "All requests", Scope.EVERYTHING);
    for (String journey : journeys()) {
      String label = journey.isEmpty() ? NO_JOURNEY : journey;
      addWithPhases(table, label, new Scope(journey, null, null));
      for (String name : names(journey)) {
        addWithPhases(table, INDENT + name, new Scope(journey, name, null));
      }
    }
  }

  /** SLOs that hold and have no row, once the table is made. */
  int hidden() {
    return unshown.size();
  }

  /** Promises on what has no row above. */
  private void addOthers(TextTable table) {
    for (Check check : List.copyOf(unshown)) {
      boolean detail = check.scope().phase() != null && measured.size() > FEW_PHASES;
      boolean wanted = !detail || check.status() != Status.PASS;
      if (wanted && unshown.contains(check)) {
        addRow(table, ScopeName.of(check.scope()), check.scope());
      }
    }
  }

  private Set<String> journeys() {
    Set<String> names = new LinkedHashSet<>();
    run.requests().forEach(row -> names.add(row.journey()));
    return names;
  }

  private Set<String> names(String journey) {
    Set<String> names = new LinkedHashSet<>();
    for (RequestRow row : run.requests()) {
      if (row.journey().equals(journey)) {
        names.add(row.name());
      }
    }
    return names;
  }

  private void addWithPhases(TextTable table, String label, Scope scope) {
    addRow(table, label, scope);
    if (measured.size() < 2) {
      return;
    }
    String indent = INDENT + " ".repeat(label.length() - label.stripLeading().length());
    for (PhaseRow phase : measured) {
      Scope part = new Scope(scope.journey(), scope.request(), phase.name());
      if (measured.size() <= FEW_PHASES
          || checks(part).stream().anyMatch(check -> check.status() != Status.PASS)) {
        addRow(table, indent + ". " + phase.name(), part);
      }
    }
  }

  private void addRow(TextTable table, String label, Scope scope) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(label)));
    cells.addAll(SampleCells.of(run.pool(scope), run.seconds(scope)));
    int columns = cells.size();
    List<Cell> slos = SloCell.of(checks(scope).stream().filter(unshown::remove).toList());
    for (int i = 0; i < slos.size(); i++) {
      if (i > 0) {
        table.add(cells);
        cells = new ArrayList<>(Collections.nCopies(columns, Cell.of("")));
      }
      cells.add(slos.get(i));
    }
    table.add(cells);
  }

  private List<Check> checks(Scope scope) {
    return promises.stream().filter(check -> isAbout(check.scope(), scope)).toList();
  }

  /** Where only one phase is measured, a promise on it stands in the row of all measured phases. */
  private boolean isAbout(Scope promise, Scope row) {
    boolean onlyPhase =
        row.phase() == null
            && measured.size() == 1
            && measured.get(0).name().equals(promise.phase());
    Scope shownAs = onlyPhase ? new Scope(promise.journey(), promise.request(), null) : promise;
    return shownAs.equals(row);
  }
}
