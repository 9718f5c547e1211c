package io.tideline.reports.cli;

import io.tideline.engine.control.ControlFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code control ACTION}: steers a run on this machine while it goes on. */
@Command(
    name = "control",
    description = {
      "Steers a run on this machine while it goes on, and prints how it then stands.",
      "Every change becomes an event of run.json. A run that was stopped is INVALID."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "64:wrong usage, no such run, or refused"})
final class ControlCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;

  /** What can be asked of a run. */
  enum Action {
    state,
    pause,
    resume,
    scale,
    stop
  }

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      description = "state, pause, resume, scale FACTOR, or stop")
  private Action action = Action.state;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FACTOR",
      description = "with scale: multiple of the planned rate, such as 1.5")
  private @Nullable String factor;

  @Option(
      names = "--run",
      paramLabel = "FOLDER",
      description = {
        "results folder of the run, or a folder of such folders;",
        "default: ${DEFAULT-VALUE}"
      },
      defaultValue = "simulations/target/gatling")
  private Path folder = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if ((action == Action.scale) != (factor != null)) {
      throw new ParameterException(
          spec.commandLine(),
          action == Action.scale
              ? "scale needs a factor, such as scale 1.5"
              : action + " takes no factor");
    }
    try {
      return ask(RunningRun.in(folder).control());
    } catch (IOException e) {
      String said = e.getMessage();
      String text = said == null ? "the run does not answer: " + e : said;
      spec.commandLine().getErr().println(text);
      return Tideline.USAGE;
    }
  }

  private int ask(ControlFile endpoint) throws IOException {
    String path = "/" + action + (factor == null ? "" : "?factor=" + factor.strip());
    HttpRequest request =
        HttpRequest.newBuilder(uri(endpoint.url() + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + endpoint.token())
            .method(action == Action.state ? "GET" : "POST", BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      if (response.statusCode() == OK) {
        spec.commandLine().getOut().println(response.body());
        return 0;
      }
      throw new IOException(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the run", e);
    }
  }

  private URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "\"" + factor + "\" is no factor", e);
    }
  }
}
