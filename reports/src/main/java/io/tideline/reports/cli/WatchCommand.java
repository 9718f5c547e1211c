package io.tideline.reports.cli;

import io.tideline.engine.live.LiveState;
import io.tideline.engine.live.LiveSubject;
import io.tideline.engine.plan.LiveOptions;
import io.tideline.engine.plan.PlanException;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.SloText;
import io.tideline.engine.show.LiveServer;
import io.tideline.engine.show.LiveShow;
import io.tideline.engine.show.Progress;
import io.tideline.engine.show.StandardOutput;
import io.tideline.engine.simlog.SimulationLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watch LOG}: metrics and a page of any Gatling's run while it goes on. */
@Command(
    name = "watch",
    description = {
      "Shows a run of Gatling while it goes on, by its simulation.log alone: metrics for Prometheus,"
          + " a page, and a line in the terminal. The simulation needs no change.",
      "Of a run of Tideline, with its folder tideline beside the log, the plan is shown as well:"
          + " phases, users against plan, promises. Another run can be given promises by --slo.",
      "Gatling writes its log about 300 requests at a time; what is shown is as old as that."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:watched until the end", "64:wrong usage, or a log that cannot be read"})
final class WatchCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 200;

  @Parameters(
      paramLabel = "LOG",
      description = "simulation.log, or the results folder in which it is or will be")
  private Path log = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "port of metrics and page (default: a free one)")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "interface of metrics and page (default: ${DEFAULT-VALUE})",
      defaultValue = "127.0.0.1")
  private String host = "127.0.0.1";

  @Option(
      names = "--progress",
      paramLabel = "KIND",
      description = "what the terminal shows: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
      defaultValue = "AUTO")
  private LiveOptions.Progress progress = LiveOptions.Progress.AUTO;

  @Option(
      names = "--slo",
      paramLabel = "SLO",
      description = {
        "a promise to watch, in place of the plan's; may be given several times, such as",
        "--slo 'p95 = 300 ms, errors = 1 %%' --slo 'request = Search, p99 = 1 s'"
      })
  private List<String> slos = List.of();

  @Option(
      names = "--until-idle",
      paramLabel = "SECONDS",
      description = "end when the log has not grown for so long (default: end with Ctrl-C)")
  private long idleSeconds;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    // No logging is bound here, and a library that says so is of no use to anyone.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    try {
      List<Slo> promised = SloText.parse(slos);
      Path file = file();
      return watch(file, promised, LiveServer.open(host, port));
    } catch (IOException | PlanException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
  }

  private Path file() throws IOException {
    Path file = Files.isDirectory(log) ? log.resolve(SimulationLog.FILE_NAME) : log;
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.exists(file) && !Files.isDirectory(log)) {
      throw new IOException(log + ": there is no such log and no such folder");
    }
    if (folder == null || Files.isDirectory(file)) {
      throw new IOException(log + ": no simulation.log");
    }
    return file;
  }

  private int watch(Path file, List<Slo> promised, LiveServer server)
      throws IOException, InterruptedException {
    System.out.println("Live on " + server.url() + "/, metrics at " + server.url() + "/metrics");
    if (!hasBegun(file)) {
      server.close();
      return 0;
    }
    LiveSubject found = subject(file);
    LiveSubject subject = promised.isEmpty() ? found : found.promising(promised);
    Progress shown = Progress.of(progress, System.out, StandardOutput.isTerminal());
    try (LiveShow show = new LiveShow(subject, server, shown)) {
      show.start();
      @Nullable String refusal = untilIdle(show);
      if (refusal != null) {
        throw new IOException(refusal);
      }
    }
    return 0;
  }

  /** Waits until there is something to be seen; false when that takes too long. */
  private boolean hasBegun(Path file) throws IOException, InterruptedException {
    long since = System.nanoTime();
    while (!LiveSubject.hasBegun(file)) {
      if (isIdle(since)) {
        return false;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return true;
  }

  private boolean isIdle(long since) {
    Duration idle = Duration.ofNanos(System.nanoTime() - since);
    return idleSeconds > 0 && idle.toSeconds() >= idleSeconds;
  }

  /** A plan that cannot be read is no reason not to watch. */
  private LiveSubject subject(Path file) {
    try {
      return LiveSubject.recorded(file, Clock.systemUTC());
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage() + "; watched without a plan");
      return LiveSubject.of(file);
    }
  }

  /** Waits for the end; a sentence when the log turns out to be none that can be read. */
  private @Nullable String untilIdle(LiveShow show) throws InterruptedException {
    long seen = -1;
    long since = System.nanoTime();
    while (true) {
      LiveState state = show.state();
      boolean begun = state.log().startEpochMillis() != 0;
      if (!begun && !state.log().problem().isEmpty()) {
        return state.log().problem();
      }
      if (state.log().bytes() != seen) {
        seen = state.log().bytes();
        since = System.nanoTime();
      }
      if (isIdle(since)) {
        return null;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
