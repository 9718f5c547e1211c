package io.tideline.reports.cli;

import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.plan.ProxySpec.Protocol;
import io.tideline.engine.proxy.Proxies;
import io.tideline.engine.proxy.ProxyCounts;
import io.tideline.engine.proxy.ProxyServer;
import io.tideline.engine.proxy.Toxic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code proxy}: a TCP proxy that makes trouble, by hand and beside any load. */
@Command(
    name = "proxy",
    description = {
      "Stands between a client and a server and makes trouble on request, until Ctrl-C.",
      "With --api it is steered as Toxiproxy is, by the same HTTP API and clients."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:ended in order", "64:wrong usage, or a port that cannot be had"})
final class ProxyCommand implements Callable<Integer> {
  private static final String NAME = "proxy";

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "where clients connect (default: a free port of this machine)")
  private String listen = "127.0.0.1:0";

  @Option(
      names = "--upstream",
      paramLabel = "HOST:PORT",
      description = "where the server is; leave it out to create proxies through the API alone")
  private @Nullable String upstream;

  @Option(
      names = "--protocol",
      paramLabel = "KIND",
      description = "what is read of it: tcp, http or postgresql (default: ${DEFAULT-VALUE})",
      defaultValue = "tcp")
  private String protocol = "tcp";

  @Option(
      names = "--api",
      paramLabel = "PORT",
      description = "port of the HTTP API on this machine; 0 for a free one (default: none)")
  private @Nullable Integer api;

  @Option(
      names = "--toxic",
      paramLabel = "TOXIC",
      description = {
        "trouble from the start on, such as latency:latency=200,jitter=50 or",
        "upstream:reset_peer:toxicity=0.1; may be given more than once"
      })
  private List<String> toxics = new ArrayList<>();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "end after so long (default: end with Ctrl-C)")
  private long seconds = Long.MAX_VALUE;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    if (upstream == null && api == null) {
      spec.commandLine().getErr().println("Give --upstream HOST:PORT, --api PORT, or both");
      return Tideline.USAGE;
    }
    try (Proxies proxies = new Proxies(1);
        AutoCloseable server = api == null ? () -> {} : serve(proxies, api)) {
      open(proxies);
      Thread counting = new Thread(() -> print(proxies.counts()), "tideline-proxy-counts");
      Runtime.getRuntime().addShutdownHook(counting);
      new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
      return 0;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
  }

  private ProxyServer serve(Proxies proxies, int port) throws IOException {
    ProxyServer server = ProxyServer.open(proxies, "127.0.0.1:" + port);
    spec.commandLine().getOut().println("Steered at " + server.url());
    return server;
  }

  private void open(Proxies proxies) throws IOException {
    if (upstream == null) {
      return;
    }
    ProxySpec opened =
        proxies.open(
            new ProxySpec(
                NAME,
                listen,
                upstream,
                Protocol.valueOf(protocol.strip().toUpperCase(Locale.ROOT))));
    for (String toxic : toxics) {
      proxies.add(NAME, Toxic.of(toxic));
    }
    spec.commandLine().getOut().println("Proxy on " + opened.listen() + " to " + upstream);
    spec.commandLine().getOut().flush();
  }

  private void print(List<ProxyCounts> counts) {
    for (ProxyCounts each : counts) {
      spec.commandLine()
          .getOut()
          .println(
              String.format(
                  Locale.ROOT,
                  "%s: %d connections, %d refused, %d requests, %d bytes up, %d down",
                  each.proxy(),
                  each.connections(),
                  each.refused(),
                  each.requests(),
                  each.bytesUp(),
                  each.bytesDown()));
    }
    spec.commandLine().getOut().flush();
  }
}
