package io.tideline.reports.page;

import io.tideline.engine.simlog.MessagePattern;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.html.Html;
import io.tideline.reports.stats.ErrorRow;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How requests failed, the most frequent way first, all phases together, the warm-up too. */
final class ErrorsSection {
  private static final int MOST = 50;
  private static final int LONGEST = 400;

  private ErrorsSection() {}

  /** Failures of one request with one message. */
  private record Kind(String request, String message, long count, double first, double last) {
    List<String> name() {
      return List.of(request, MessagePattern.of(message));
    }

    Kind plus(Kind other) {
      return new Kind(
          request,
          MessagePattern.together(message, other.message),
          count + other.count,
          Math.min(first, other.first),
          Math.max(last, other.last));
    }
  }

  static String html(Run run) {
    List<Kind> kinds = kinds(run.errors());
    if (kinds.isEmpty()) {
      return Section.of("errors", "Errors", Section.paragraph(none(run)));
    }
    Table table =
        new Table("sortable stack", List.of("Message", "Request", "Count", "First at", "Last at"));
    kinds.stream().limit(MOST).forEach(kind -> table.row(cells(kind)));
    String more =
        kinds.size() > MOST
            ? Section.note("And " + (kinds.size() - MOST) + " rarer kinds in run.json.")
            : "";
    return Section.of("errors", "Errors", table.html() + more);
  }

  private static String none(Run run) {
    return run.requests().isEmpty() ? "No request was made." : "No request failed.";
  }

  /** The same of two runs. */
  static String html(Run a, Run b) {
    List<Kind> first = kinds(a.errors());
    List<Kind> second = kinds(b.errors());
    Table table = new Table("sortable stack", List.of("Message", "Request", "A", "B"));
    Set<List<String>> names = new LinkedHashSet<>();
    Stream.concat(first.stream(), second.stream())
        .sorted(Comparator.comparingLong(Kind::count).reversed())
        .forEach(kind -> names.add(kind.name()));
    names.stream()
        .limit(MOST)
        .forEach(
            name ->
                table.row(
                    List.of(
                        message(message(first, second, name)),
                        Cell.text(name.get(0)),
                        count(first, name),
                        count(second, name))));
    return Section.of(
        "errors",
        "Errors",
        names.isEmpty() ? Section.paragraph("No request failed in either run.") : table.html());
  }

  /** The message that both runs have, or what theirs have in common. */
  private static String message(List<Kind> first, List<Kind> second, List<String> name) {
    return Stream.concat(first.stream(), second.stream())
        .filter(kind -> kind.name().equals(name))
        .map(Kind::message)
        .reduce(MessagePattern::together)
        .orElse(name.get(1));
  }

  private static Cell count(List<Kind> kinds, List<String> name) {
    long count =
        kinds.stream().filter(kind -> kind.name().equals(name)).mapToLong(Kind::count).sum();
    return Cell.figure(Figures.number(count), count);
  }

  private static Cell message(String message) {
    return Cell.html("<code>" + Html.text(shortened(message)) + "</code>").as("message");
  }

  private static List<Cell> cells(Kind kind) {
    return List.of(
        message(kind.message()),
        Cell.text(kind.request()),
        Cell.figure(Figures.number(kind.count()), kind.count()),
        Cell.figure(Words.duration(kind.first()), kind.first()),
        Cell.figure(Words.duration(kind.last()), kind.last()));
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
  }

  private static List<Kind> kinds(List<ErrorRow> errors) {
    Map<List<String>, Kind> kinds = new LinkedHashMap<>();
    for (ErrorRow error : errors) {
      String request =
          Stream.of(error.journey(), error.request())
              .filter(Objects::nonNull)
              .filter(name -> !name.isEmpty())
              .collect(Collectors.joining(" / "));
      Kind kind =
          new Kind(
              request, error.message(), error.count(), error.firstSeconds(), error.lastSeconds());
      kinds.merge(kind.name(), kind, Kind::plus);
    }
    List<Kind> sorted = new ArrayList<>(kinds.values());
    sorted.sort(Comparator.comparingLong(Kind::count).reversed());
    return sorted;
  }
}
