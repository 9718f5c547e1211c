package io.tideline.reports.report;

import io.tideline.engine.simlog.MessagePattern;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable.Cell;
import io.tideline.reports.stats.ErrorRow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The most frequent errors as lines, those of all phases together. */
final class ErrorLines {
  private static final int MOST = 10;
  private static final int WIDEST_REQUEST = 40;

  private ErrorLines() {}

  static List<String> of(List<ErrorRow> errors, int width, Colours colours) {
    List<Kind> kinds = kinds(errors);
    String title =
        kinds.size() > MOST ? "Errors, " + MOST + " of " + kinds.size() + " kinds" : "Errors";
    TextTable table = new TextTable(WIDEST_REQUEST, width);
    table.add(
        Stream.of(title, "count", "first s", "last s", "message")
            .map(text -> new Cell(text, Ink.FAINT))
            .toList());
    kinds.stream().limit(MOST).forEach(kind -> table.add(cells(kind)));
    return table.lines(colours);
  }

  /** Errors of one request with one message. */
  private record Kind(String request, String message, long count, double first, double last) {
    Kind plus(Kind other) {
      return new Kind(
          request,
          MessagePattern.together(message, other.message),
          count + other.count,
          Math.min(first, other.first),
          Math.max(last, other.last));
    }
  }

  private static List<Kind> kinds(List<ErrorRow> errors) {
    Map<List<String>, Kind> kinds = new LinkedHashMap<>();
    for (ErrorRow error : errors) {
      Kind kind =
          new Kind(
              requestOf(error),
              error.message(),
              error.count(),
              error.firstSeconds(),
              error.lastSeconds());
      kinds.merge(List.of(kind.request(), error.pattern()), kind, Kind::plus);
    }
    return kinds.values().stream()
        .sorted(Comparator.comparingLong(Kind::count).reversed())
        .toList();
  }

  private static String requestOf(ErrorRow error) {
    return Stream.of(error.journey(), error.request())
        .filter(Objects::nonNull)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(" / "));
  }

  private static List<Cell> cells(Kind kind) {
    return List.of(
        Cell.of(kind.request()),
        Cell.of(Figures.number(kind.count())),
        Cell.of(String.format(Locale.ROOT, "%,.1f", kind.first())),
        Cell.of(String.format(Locale.ROOT, "%,.1f", kind.last())),
        Cell.of(kind.message()));
  }
}
