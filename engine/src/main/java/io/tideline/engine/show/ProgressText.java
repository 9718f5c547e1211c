package io.tideline.engine.show;

import io.tideline.engine.live.LiveState;
import io.tideline.engine.live.LoadState;
import io.tideline.engine.live.Recent;
import io.tideline.engine.live.SloState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a run stands, in one line. Where the line has to fit a terminal, details are left out one
 * after the other, those that matter least first: what is broken, the phase and errors stay
 * longest.
 */
final class ProgressText {
  private static final double PERCENT = 100;
  private static final int MINUTE = 60;

  /** What is left out of a narrow line, the first of them first. */
  private enum Detail {
    ACTIVE,
    REQUESTS,
    PLANNED,
    SLO_COUNT,
    TIME_LEFT,
    BROKEN_NAMES,
    USERS,
    P95
  }

  /** A phase's name may not push all else out of a narrow line. */
  private static final int LONGEST_NAME = 24;

  private final LiveState state;
  private final int left;
  private final int longestName;

  /**
   * @param left how many details are left out
   */
  private ProgressText(LiveState state, int left, int longestName) {
    this.state = state;
    this.left = left;
    this.longestName = longestName;
  }

  /** The whole line, however long. */
  static String of(LiveState state) {
    return new ProgressText(state, 0, Integer.MAX_VALUE).text();
  }

  /** A line of at most {@code columns} columns of a terminal. */
  static String of(LiveState state, int columns) {
    String text = of(state);
    for (int left = 0; left <= Detail.values().length; left++) {
      if (Columns.of(text) <= columns) {
        return text;
      }
      text = new ProgressText(state, left, LONGEST_NAME).text();
    }
    return Columns.cut(text, columns);
  }

  private String text() {
    Recent recent = state.recent();
    String line =
        where()
            + users()
            + unless(Detail.REQUESTS, "  %s requests/s", recent.requestsPerSecond())
            + unless(Detail.P95, "  p95 %s ms", recent.times().p95())
            + format("  errors %s %%", number(recent.errorShare() * PERCENT))
            + slos(state.slos())
            + (state.log().problem().isEmpty() ? "" : "  " + state.log().problem());
    return Columns.printable(line);
  }

  private boolean has(Detail detail) {
    return detail.ordinal() >= left;
  }

  private String unless(Detail detail, String format, double value) {
    return has(detail) ? format(format, number(value)) : "";
  }

  private String where() {
    LoadState load = state.load();
    if (load == null) {
      return "[" + clock(state.log().newestMillis() / 1_000.0) + "]";
    }
    String clock = "[" + clock(load.elapsedSeconds()) + "] ";
    String phase = Columns.cut(Columns.printable(load.phase()), longestName);
    return switch (load.state()) {
      case "running" ->
          clock + phase + (has(Detail.TIME_LEFT) ? ", " + clock(load.leftSeconds()) + " left" : "");
      case "paused" -> clock + phase + ", paused";
      case "ending" -> clock + phase + ", the last users";
      default -> clock + load.state();
    };
  }

  private String users() {
    if (!has(Detail.USERS)) {
      return "";
    }
    LoadState load = state.load();
    String came = number(state.recent().usersPerSecond());
    String plan = load == null || !has(Detail.PLANNED) ? "" : " of " + number(load.plannedRate());
    String active = has(Detail.ACTIVE) ? format(", %d active", state.log().active()) : "";
    return format("  %s%s users/s%s", came, plan, active);
  }

  private String slos(List<SloState> slos) {
    if (slos.isEmpty()) {
      return "";
    }
    List<SloState> broken = slos.stream().filter(slo -> slo.word().equals("broken")).toList();
    if (broken.isEmpty()) {
      long ok = slos.stream().filter(slo -> slo.word().equals("ok")).count();
      return has(Detail.SLO_COUNT) ? format("  SLOs %d of %d ok", ok, slos.size()) : "";
    }
    return has(Detail.BROKEN_NAMES)
        ? broken.stream().map(SloState::name).collect(Collectors.joining("; ", "  BROKEN ", ""))
        : format("  BROKEN %d of %d SLOs", broken.size(), slos.size());
  }

  /** Hours, minutes and seconds, such as 1:02:03 or 2:03. */
  private static String clock(double seconds) {
    long whole = Math.round(Math.max(0, seconds));
    long minutes = whole / MINUTE;
    return minutes >= MINUTE
        ? format("%d:%02d:%02d", minutes / MINUTE, minutes % MINUTE, whole % MINUTE)
        : format("%d:%02d", minutes, whole % MINUTE);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : value >= PERCENT ? format("%.0f", value) : short1(value);
  }

  private static String short1(double value) {
    return format(value < 1 && value > 0 ? "%.2f" : "%.1f", value);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
