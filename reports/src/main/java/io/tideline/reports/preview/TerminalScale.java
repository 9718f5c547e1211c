package io.tideline.reports.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What stands below a plot: the marks of time, and the names of the phases that have room. */
final class TerminalScale {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Preview preview;
  private final Glyphs glyphs;
  private final Columns columns;
  private final Ticks ticks;

  TerminalScale(Preview preview, Glyphs glyphs, Columns columns) {
    this.preview = preview;
    this.glyphs = glyphs;
    this.columns = columns;
    this.ticks = Ticks.ofTime(preview.curve().seconds());
  }

  String floor() {
    char[] line = new char[columns.count()];
    Arrays.fill(line, glyphs.floor());
    line[0] = glyphs.floorTick();
    ticks.values().forEach(time -> line[columns.at(time)] = glyphs.floorTick());
    return new String(line);
  }

  /** Each time under its mark, the last one pulled in where it would not fit. */
  String times() {
    StringBuilder line = new StringBuilder("0");
    for (double time : ticks.values()) {
      String text = ticks.time(time);
      int at = Math.min(columns.at(time), columns.count() - text.length());
      if (at > line.length()) {
        line.append(" ".repeat(at - line.length())).append(text);
      }
    }
    return line.toString();
  }

  /** Where each phase begins and what it is called; empty for a single phase. */
  List<String> phases() {
    if (preview.phases().size() < 2) {
      return List.of();
    }
    char[] line = new char[columns.count()];
    Arrays.fill(line, ' ');
    List<Integer> edges = edges();
    for (int i = 0; i < preview.phases().size(); i++) {
      String name = preview.phases().get(i).name();
      int from = edges.get(i);
      line[from] = glyphs.edge();
      if (from + 1 + name.length() <= edges.get(i + 1)) {
        name.getChars(0, name.length(), line, from + 1);
      }
    }
    return List.of(new String(line).stripTrailing());
  }

  /** The columns in which the phases begin, and the end of the last. */
  private List<Integer> edges() {
    List<Integer> edges = new ArrayList<>();
    for (int i = 0; i < preview.phases().size(); i++) {
      double start = preview.phases().get(i).start().toNanos() / NANOS_PER_SECOND;
      edges.add(columns.start(i, start));
    }
    edges.add(columns.count());
    return edges;
  }
}
