package io.tideline.engine.fault;

import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.proxy.Proxies;
import io.tideline.engine.proxy.ProxyServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The keeper as a process: {@link KeeperSettings} and then one {@link Order} on each line of its
 * standard input, a {@link Report} on each line of its standard output. It reverts everything and
 * ends when its input ends, as it does when the generator is killed, and when it is asked to end.
 */
public final class KeeperMain {
  private final Keeper keeper;
  private final PrintStream out;
  private final ExecutorService workers = Executors.newCachedThreadPool();

  private KeeperMain(Keeper keeper, PrintStream out) {
    this.keeper = keeper;
    this.out = out;
  }

  /** Runs until its standard input ends. */
  public static void main(String[] args) throws IOException {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what else is printed must not get between the reports
    serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
    System.exit(0); // no thread of a fault may keep this process
  }

  private static void serve(BufferedReader in, PrintStream out) throws IOException {
    String first = Objects.requireNonNull(in.readLine(), "no settings");
    KeeperSettings settings = PlanJson.part(first, KeeperSettings.class);
    Proxies proxies = new Proxies(settings.seed());
    String toxiproxy = settings.toxiproxy();
    Network network = toxiproxy == null ? new OwnNetwork(proxies) : new Toxiproxy(toxiproxy);
    Guard guard = new Guard(settings.hosts(), Set.of(settings.generator()));
    Keeper keeper = new Keeper(new Journal(settings), network, guard, report -> print(report, out));
    Runtime.getRuntime().addShutdownHook(new Thread(keeper::close, "tideline-keeper-close"));
    print(Report.of(Report.UNASKED, true, api(proxies, settings)), out);
    new KeeperMain(keeper, out).obey(in);
  }

  /** Where the proxies can be steered by hand; empty for nowhere. */
  private static String api(Proxies proxies, KeeperSettings settings) throws IOException {
    String address = settings.api();
    return address == null || settings.toxiproxy() != null
        ? ""
        : ProxyServer.open(proxies, address).url();
  }

  private void obey(BufferedReader in) throws IOException {
    try (keeper) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Order order = PlanJson.part(line, Order.class);
        workers.execute(() -> print(report(order), out));
      }
    } finally {
      workers.shutdown();
    }
  }

  private Report report(Order order) {
    try {
      return obey(order);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Report.of(order.id(), false, "interrupted");
    } catch (IOException | RuntimeException e) {
      return Report.of(order.id(), false, String.valueOf(e.getMessage()));
    }
  }

  private Report obey(Order order) throws IOException, InterruptedException {
    String name = String.valueOf(order.name());
    return switch (order.what()) {
      case OPEN -> {
        var opened = keeper.open(Objects.requireNonNull(order.proxy()));
        yield new Report(order.id(), true, "open", null, opened, List.of());
      }
      case UPSTREAM -> {
        keeper.network().upstream(name, String.valueOf(order.address()));
        yield Report.of(order.id(), true, "upstream of " + name);
      }
      case BEGIN ->
          Report.of(order.id(), true, keeper.begin(Objects.requireNonNull(order.fault())));
      case END -> Report.of(order.id(), true, keeper.end(name));
      case REVERT -> Report.of(order.id(), true, keeper.revert());
      case COUNT -> new Report(order.id(), true, "counts", null, null, keeper.network().counts());
    };
  }

  private static void print(Report report, PrintStream out) {
    try {
      String line = PlanJson.line(report);
      synchronized (out) {
        out.println(line);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a report is always JSON", e);
    }
  }
}
