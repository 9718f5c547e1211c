package io.tideline.engine.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown, printed row by row; a figure that there is not is a dash. */
final class Table {
  private final int columns;

  Table(String title, List<String> header) {
    columns = header.size();
    System.out.println("\n### " + title + "\n");
    print(header);
    print(header.stream().map(name -> "---").toList());
  }

  void row(String name, Object... cells) {
    List<String> all = new ArrayList<>(List.of(name));
    for (Object cell : cells) {
      all.add(cell instanceof Double number ? figure(number) : cell.toString());
    }
    if (all.size() != columns) {
      throw new IllegalArgumentException(all.size() + " cells for " + columns + " columns");
    }
    print(all);
  }

  private static String figure(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return "-";
    }
    return String.format(Locale.ROOT, number < 10 ? "%.3f" : "%.1f", number);
  }

  private static void print(List<String> cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }
}
