package io.tideline.engine.show;

import io.tideline.engine.live.LiveState;
import io.tideline.engine.live.LoadState;
import io.tideline.engine.live.Recent;
import io.tideline.engine.live.SloState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a run stands, in one line. */
final class ProgressText {
  private static final double PERCENT = 100;
  private static final int MINUTE = 60;

  private ProgressText() {}

  static String of(LiveState state) {
    Recent recent = state.recent();
    StringBuilder line = new StringBuilder(where(state));
    line.append(users(state));
    line.append(format("  %s requests/s", number(recent.requestsPerSecond())));
    line.append(format("  p95 %s ms", number(recent.times().p95())));
    line.append(format("  errors %s %%", number(recent.errorShare() * PERCENT)));
    line.append(slos(state.slos()));
    line.append(state.log().problem().isEmpty() ? "" : "  " + state.log().problem());
    return line.toString();
  }

  private static String where(LiveState state) {
    LoadState load = state.load();
    if (load == null) {
      return "[" + clock(state.log().newestMillis() / 1_000.0) + "]";
    }
    String clock = "[" + clock(load.elapsedSeconds()) + "] ";
    return switch (load.state()) {
      case "running" -> clock + load.phase() + ", " + clock(load.leftSeconds()) + " left";
      case "paused" -> clock + load.phase() + ", paused";
      case "ending" -> clock + load.phase() + ", the last users";
      default -> clock + load.state();
    };
  }

  private static String users(LiveState state) {
    LoadState load = state.load();
    String came = number(state.recent().usersPerSecond());
    String plan = load == null ? "" : " of " + number(load.plannedRate());
    return format("  %s%s users/s, %d active", came, plan, state.log().active());
  }

  private static String slos(List<SloState> slos) {
    if (slos.isEmpty()) {
      return "";
    }
    List<SloState> broken = slos.stream().filter(slo -> slo.word().equals("broken")).toList();
    if (broken.isEmpty()) {
      long ok = slos.stream().filter(slo -> slo.word().equals("ok")).count();
      return format("  SLOs %d of %d ok", ok, slos.size());
    }
    return broken.stream().map(SloState::name).collect(Collectors.joining("; ", "  BROKEN ", ""));
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
