package io.tideline.simulations.run;

import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.plan.LiveOptions;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Problems;
import io.tideline.engine.plan.Receivers;
import io.tideline.engine.plan.ReceiversReader;
import io.tideline.engine.show.LiveServer;
import io.tideline.engine.show.Progress;
import io.tideline.engine.show.StandardOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a run can be seen while it goes on.
 *
 * @param options how it is shown
 * @param receivers where metrics are sent as well
 * @param server that serves metrics and page; empty when there was none to be had
 */
public record RunView(LiveOptions options, Receivers receivers, Optional<LiveServer> server)
    implements AutoCloseable {

  /** Opens the server, so that a port that is taken is a problem before any load. */
  static RunView open(Surroundings surroundings, Problems problems) {
    LiveOptions options = LiveOptions.read(surroundings.options(), problems);
    Receivers receivers = ReceiversReader.read(surroundings.planFile(), problems);
    Preconditions.checkVariables(receivers.variables(), surroundings, problems);
    try {
      LiveServer server = LiveServer.open(options.host(), options.port());
      return new RunView(options, receivers, Optional.of(server));
    } catch (IOException e) {
      problems.add(e.getMessage());
      return new RunView(options, receivers, Optional.empty());
    }
  }

  /** What is printed of it before the run. */
  String announcement() {
    return server
        .map(
            open ->
                "Tideline: live on " + open.url() + "/, metrics at " + open.url() + "/metrics\n")
        .orElse("");
  }

  /** Shows {@code load} here. The lines of a search would break up a line that is rewritten. */
  public LoadRun show(LoadRun load, Plan plan) {
    boolean terminal = StandardOutput.isTerminal() && plan.search() == null;
    Progress progress = Progress.of(options.progress(), System.out, terminal);
    load.sending(receivers, variable -> System.getenv().getOrDefault(variable, ""));
    return server.map(open -> load.shownOn(open, progress)).orElse(load);
  }

  /** Gives scrapers the time that was asked for to fetch the last figures. */
  void linger() throws InterruptedException {
    Duration linger = options.linger();
    if (!linger.isZero() && server.isPresent()) {
      System.out.println("Tideline: metrics stay for " + linger.toSeconds() + " s");
      Thread.sleep(linger.toMillis());
    }
  }

  @Override
  public void close() {
    server.ifPresent(LiveServer::close);
  }
}
