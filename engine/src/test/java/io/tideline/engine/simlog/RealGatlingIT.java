package io.tideline.engine.simlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what the Gatling in use writes: the proof that its format is the one read here. */
class RealGatlingIT {
  @TempDir Path results;

  private final AtomicInteger served = new AtomicInteger();

  @Test
  void theLogOfARealRunIsReadToItsEnd() throws Exception {
    HttpServer target = HttpServer.create(loopback(), 64);
    target.createContext("/", this::serve);
    target.start();
    Path log;
    try {
      log = run(target.getAddress().getPort());
    } finally {
      target.stop(0);
    }
    keep(log);
    Told told = new Told();

    LogEnd end = SimulationLog.read(log, told);

    assertThat(end.whole()).as(end.sentence(log)).isTrue();
    RecordedLogTest.assertIsTheRecordedRun(told.records);
    assertThat(told.records.stream().filter(record -> record.startsWith("request")))
        .hasSize(served.get());
  }

  private Path run(int port) throws Exception {
    Process gatling =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-D" + RecordedSimulation.URL + "=http://127.0.0.1:" + port,
                "-Dgatling.data.enableAnalytics=false",
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "-s",
                RecordedSimulation.class.getName(),
                "-rf",
                results.toString(),
                "-nr")
            .redirectErrorStream(true)
            .redirectOutput(results.resolve("output.txt").toFile())
            .start();
    assertThat(gatling.waitFor(60, TimeUnit.SECONDS)).as("Gatling ended").isTrue();
    try (Stream<Path> files = Files.walk(results)) {
      List<Path> logs = files.filter(file -> file.endsWith(SimulationLog.FILE_NAME)).toList();
      assertThat(logs).as(Files.readString(results.resolve("output.txt"))).hasSize(1);
      return logs.get(0);
    }
  }

  /** Keeps the log as test data when asked to; see the README beside the kept ones. */
  private static void keep(Path log) throws IOException {
    String file = System.getProperty("recorded.keep", "");
    if (!file.isEmpty()) {
      Files.copy(log, Path.of(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    served.incrementAndGet();
    boolean there = exchange.getRequestURI().getPath().equals("/ok");
    exchange.sendResponseHeaders(there ? 200 : 404, -1);
    exchange.close();
  }

  private static InetSocketAddress loopback() throws IOException {
    return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
  }
}
