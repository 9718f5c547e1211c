package io.tideline.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.tideline.engine.plan.CommandFault;
import io.tideline.engine.plan.FaultSpec;
import io.tideline.engine.plan.HttpFault;
import io.tideline.engine.plan.HttpFault.Call;
import io.tideline.engine.plan.NetworkFault;
import io.tideline.engine.plan.NetworkFault.Direction;
import io.tideline.engine.plan.NetworkFault.Of;
import io.tideline.engine.plan.NetworkTrouble;
import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.ProcessFault;
import io.tideline.engine.plan.ProcessFault.Action;
import io.tideline.testkit.Waiting;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the generator or of the keeper in the middle of each kind of fault. */
@Timeout(120)
class KilledIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void aStoppedProcessGoesOnWhenTheGeneratorIsKilled() throws Exception {
    Process victim = new ProcessBuilder("sleep", "60").start();
    try (FakeGenerator generator = FakeGenerator.start(folder, stopping(victim, LONG))) {
      assertThat(generator.said()).contains("true stop pid " + victim.pid());
      until(() -> state(victim) == 'T');
      generator.kill();

      until(() -> state(victim) == 'S');
      nothingIsLeft(generator);
    } finally {
      victim.destroyForcibly();
    }
  }

  @Test
  void aStoppedProcessGoesOnAfterItsLeaseWhateverTheGeneratorDoes() throws Exception {
    Process victim = new ProcessBuilder("sleep", "60").start();
    PlannedFault fault = stopping(victim, Duration.ofSeconds(2));
    try (FakeGenerator generator = FakeGenerator.start(folder, fault)) {
      until(() -> state(victim) == 'S');
      assertThat(generator.keeper().isAlive()).isTrue();
      generator.kill();
      nothingIsLeft(generator);
    } finally {
      victim.destroyForcibly();
    }
  }

  @Test
  void aCommandIsRevertedWhenTheGeneratorIsKilled() throws Exception {
    Path mark = folder.resolve("broken");
    FaultSpec spec =
        new CommandFault(
            List.of("touch", mark.toString()),
            List.of("rm", mark.toString()),
            Duration.ofSeconds(5));
    try (FakeGenerator generator = FakeGenerator.start(folder, fault(spec, LONG))) {
      assertThat(mark).exists();
      generator.kill();

      until(() -> !Files.exists(mark));
      nothingIsLeft(generator);
    }
  }

  @Test
  void aCallIsRevertedWhenTheGeneratorIsKilled() throws Exception {
    List<String> calls = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    FaultSpec spec =
        new HttpFault(
            new Call("POST", url + "/fail", ""),
            new Call("DELETE", url + "/fail", ""),
            Duration.ofSeconds(5));
    try (FakeGenerator generator = FakeGenerator.start(folder, fault(spec, LONG))) {
      generator.kill();

      until(() -> calls.size() == 2);
      assertThat(calls).containsExactly("POST /fail", "DELETE /fail");
      nothingIsLeft(generator);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aProxyIsGoneWithItsTroubleWhenTheGeneratorIsKilled() throws Exception {
    try (ServerSocket upstream = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      FaultSpec spec =
          new NetworkFault("p", new NetworkTrouble.BlackHole(), Direction.BOTH, 1, Of.CONNECTIONS);
      String address = "127.0.0.1:" + upstream.getLocalPort();
      try (FakeGenerator generator = FakeGenerator.start(folder, fault(spec, LONG), address)) {
        assertThat(generator.hasBegun()).as(generator.said()).isTrue();
        int port = Integer.parseInt(generator.proxy().split(":")[1]);
        new Socket("127.0.0.1", port).close();
        generator.kill();

        nothingIsLeft(generator);
        assertThatExceptionOfType(ConnectException.class)
            .isThrownBy(() -> new Socket("127.0.0.1", port).close());
      }
    }
  }

  @Test
  void aKilledProcessIsStartedAgainWhenTheGeneratorIsKilled() throws Exception {
    Path mark = folder.resolve("restarted");
    Process victim = new ProcessBuilder("sleep", "60").start();
    FaultSpec spec =
        new ProcessFault(
            victim.pid(), null, null, Action.KILL, false, List.of("touch", mark.toString()));
    try (FakeGenerator generator = FakeGenerator.start(folder, fault(spec, LONG))) {
      assertThat(victim.waitFor()).isEqualTo(137);
      assertThat(mark).doesNotExist();
      generator.kill();

      until(() -> Files.exists(mark));
      nothingIsLeft(generator);
    } finally {
      victim.destroyForcibly();
    }
  }

  @Test
  void whatAKilledKeeperLeftIsPutBackByItsJournal() throws Exception {
    Process victim = new ProcessBuilder("sleep", "60").start();
    try (FakeGenerator generator = FakeGenerator.start(folder, stopping(victim, LONG))) {
      ProcessHandle keeper = generator.keeper();
      keeper.destroyForcibly();
      until(() -> !keeper.isAlive());
      assertThat(KeeperProcess.putBackLeftovers(folder))
          .as("as long as its generator goes on, that looks after it")
          .isEmpty();
      generator.kill();
      until(() -> !generator.isAlive());
      until(() -> state(victim) == 'T');

      assertThat(KeeperProcess.putBackLeftovers(folder))
          .containsExactly("broken: continued pid " + victim.pid());
      until(() -> state(victim) == 'S');
      assertThat(journals()).isEmpty();
    } finally {
      victim.destroyForcibly();
    }
  }

  @Test
  void theRunItselfIsSpared() throws Exception {
    FaultSpec spec =
        new ProcessFault(ProcessHandle.current().pid(), null, null, Action.KILL, false, List.of());
    try (FakeGenerator generator = FakeGenerator.start(folder, fault(spec, LONG))) {
      assertThat(generator.said()).contains("false").contains("it is spared");
      generator.kill();
      nothingIsLeft(generator);
    }
  }

  private void nothingIsLeft(FakeGenerator generator) throws InterruptedException {
    generator.keeperEnded(PATIENCE);
    until(() -> journals().isEmpty());
  }

  private List<Path> journals() {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".journal")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static PlannedFault stopping(Process victim, Duration lease) {
    return fault(new ProcessFault(victim.pid(), null, null, Action.STOP, false, List.of()), lease);
  }

  private static PlannedFault fault(FaultSpec spec, Duration lease) {
    Duration second = Duration.ofSeconds(1);
    return new PlannedFault("broken", second, second, lease, spec);
  }

  /** As ps has it: S sleeps, T is stopped. */
  private static char state(Process process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return 'X';
    }
  }

  private static void until(Callable<Boolean> fact) throws InterruptedException {
    Waiting.until("what a keeper puts back", PATIENCE, fact);
  }
}
