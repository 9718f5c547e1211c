package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.testkit.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A target that counts who comes, and {@link ProbeSimulation} in a real Gatling process. */
abstract class ProbedRun {
  @TempDir Path results;

  private static final Duration LONGEST = Duration.ofSeconds(120);

  final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();
  volatile boolean failing;
  private HttpServer server;

  @BeforeEach
  void startTarget() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1024);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", this::visited);
    server.createContext("/away", exchange -> redirect(exchange, "127.0.0.2"));
    server.createContext("/here", exchange -> redirect(exchange, "127.0.0.1"));
    server.start();
  }

  @AfterEach
  void stopTarget() {
    server.stop(0);
  }

  final int port() {
    return server.getAddress().getPort();
  }

  private void visited(HttpExchange exchange) throws IOException {
    visits
        .computeIfAbsent(exchange.getRequestURI().getPath(), p -> new AtomicInteger())
        .incrementAndGet();
    exchange.getResponseHeaders().add("X-Cache", "hit");
    exchange.sendResponseHeaders(failing ? 500 : 200, -1);
    exchange.close();
  }

  private void redirect(HttpExchange exchange, String host) throws IOException {
    exchange.getResponseHeaders().add("Location", "http://" + host + ":" + port() + "/arrived");
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  final Process gatling(String... properties) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xmx256m"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-D" + ProbeSimulation.URL + "=http://127.0.0.1:" + port());
    command.add("-D" + ProbeSimulation.RESULTS + "=" + results);
    command.add("-Dgatling.data.enableAnalytics=false");
    // Gatling leaves out its last summary when nobody was under way at the one before.
    command.add("-Dgatling.data.console.writePeriod=60");
    command.addAll(Stream.of(properties).map(property -> "-D" + property).toList());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.gatling.app.Gatling", "-s", ProbeSimulation.class.getName()));
    command.addAll(List.of("-rf", results.toString(), "-nr"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(results.resolve("output.txt").toFile())
        .start();
  }

  final Path finished(Process gatling, Ending ending) throws Exception {
    assertThat(gatling.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as("Gatling ended").isTrue();
    String[] after = Files.readString(results.resolve("after")).split(" ", 2);
    assertThat(after[0]).isEqualTo(ending.name());
    Path folder = Path.of(after[1]);
    assertThat(folder.resolve("simulation.log")).isRegularFile();
    return folder.resolve(LoadRun.RESULTS).resolve(StartLog.FILE_NAME);
  }

  final void awaitVisits(int number) throws InterruptedException {
    Waiting.until(number + " visits", LONGEST, () -> visits.size() >= number);
  }

  final Path awaitFile(String name) throws Exception {
    for (int i = 0; i < 2_400; i++) {
      try (Stream<Path> files = Files.walk(results)) {
        List<Path> found = files.filter(file -> file.endsWith(name)).toList();
        if (!found.isEmpty() && Files.size(found.get(0)) > 0) {
          return found.get(0);
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no " + name);
  }
}
