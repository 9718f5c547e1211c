package io.tideline.reports.ticket;

import io.tideline.engine.plan.Target;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.RunInfo;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.util.regex.Pattern;

/**
 * The command that repeats a run: the same arrivals, journeys and accounts follow from its seed.
 */
final class Reproduction {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=\\[\\]-]+");

  private Reproduction() {}

  static String command(RunInfo info) {
    LoadInfo load = info.load();
    if (load == null) {
      return "java -jar reports/target/tideline.jar analyze " + quoted(info.id());
    }
    StringBuilder command = new StringBuilder("mvn gatling:test");
    option(command, "scenario", load.scenario());
    option(command, "seed", String.valueOf(load.seed()));
    option(command, "rate", JsonText.rounded(load.rate()).toPlainString());
    if (load.speedup() != 1) {
      option(command, "speedup", JsonText.rounded(load.speedup()).toPlainString());
    }
    if (load.env().equals(Target.LOCAL) && load.baseUrl() != null) {
      option(command, "baseUrl", withoutUser(load.baseUrl()));
    } else if (!load.env().equals(Target.STAND_IN)) {
      option(command, "env", load.env());
    }
    return command.toString();
  }

  private static void option(StringBuilder command, String name, String value) {
    command.append(" -D").append(name).append('=').append(quoted(value));
  }

  /** As a POSIX shell takes it. */
  private static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  /** A ticket is read by many: names and passwords in a URL are none of it. */
  private static String withoutUser(String url) {
    return url.replaceFirst("//[^/@]*@", "//");
  }
}
