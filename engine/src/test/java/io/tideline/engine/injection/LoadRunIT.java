package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.schedule.StartLogReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bridge into Gatling's internals, tried in a real Gatling process. When Gatling is raised to
 * another version, these tests say whether the bridge still holds.
 */
class LoadRunIT {
  @TempDir Path results;

  private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();
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

  private void visited(HttpExchange exchange) throws IOException {
    visits
        .computeIfAbsent(exchange.getRequestURI().getPath(), p -> new AtomicInteger())
        .incrementAndGet();
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void redirect(HttpExchange exchange, String host) throws IOException {
    String port = ":" + server.getAddress().getPort();
    exchange.getResponseHeaders().add("Location", "http://" + host + port + "/arrived");
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private Process gatling(String... properties) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xmx256m"));
    command.add("-D" + ProbeSimulation.URL + "=http://127.0.0.1:" + server.getAddress().getPort());
    command.add("-D" + ProbeSimulation.RESULTS + "=" + results);
    command.add("-Dgatling.data.enableAnalytics=false");
    command.addAll(Stream.of(properties).map(property -> "-D" + property).toList());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.gatling.app.Gatling", "-s", ProbeSimulation.class.getName()));
    command.addAll(List.of("-rf", results.toString(), "-nr"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(results.resolve("output.txt").toFile())
        .start();
  }

  private Path finished(Process gatling, Ending ending) throws Exception {
    assertThat(gatling.waitFor(60, TimeUnit.SECONDS)).as("Gatling ended").isTrue();
    String[] after = Files.readString(results.resolve("after")).split(" ", 2);
    assertThat(after[0]).isEqualTo(ending.name());
    Path folder = Path.of(after[1]);
    assertThat(folder.resolve("simulation.log")).isRegularFile();
    return folder.resolve(LoadRun.RESULTS).resolve(StartLog.FILE_NAME);
  }

  @Test
  void everyArrivalIsStartedOnceOnItsOwnJourneyAndRecorded() throws Exception {
    Path log = finished(gatling("probe.rate=200", "probe.seconds=5"), Ending.COMPLETED);

    Schedule schedule = Schedule.of(ProbeSimulation.plan(200, 5));
    List<String> journeys = List.copyOf(ProbeSimulation.WEIGHTS.keySet());
    assertThat(visits).hasSize((int) schedule.arrivals());
    for (long k = 0; k < schedule.arrivals(); k++) {
      String path = "/" + k + "/" + journeys.get(schedule.journeyOf(k));
      assertThat(visits).containsKey(path);
      assertThat(visits.get(path)).hasValue(1);
    }
    List<Long> recorded = new ArrayList<>();
    StartLogReader.Frame frame =
        StartLogReader.read(
            log,
            (k, due, start) -> {
              recorded.add(k);
              assertThat(due).isEqualTo(schedule.dueNanos(k));
              assertThat(start).isGreaterThanOrEqualTo(due);
            });
    assertThat(frame.ending()).contains(Ending.COMPLETED);
    assertThat(recorded).hasSize((int) schedule.arrivals()).doesNotHaveDuplicates();
  }

  @Test
  void aJourneyThatGetsNoArrivalDoesNotHoldUpTheEnd() throws Exception {
    finished(gatling("probe.rate=3", "probe.seconds=2"), Ending.COMPLETED);
    assertThat(visits).hasSize(6);
  }

  @Test
  void anInterruptedRunClosesItsFilesInOrder() throws Exception {
    Process gatling = gatling("probe.rate=50", "probe.seconds=60");
    while (visits.size() < 100 && gatling.isAlive()) {
      Thread.sleep(50);
    }
    gatling.destroy();
    Path log = finished(gatling, Ending.INTERRUPTED);
    AtomicInteger started = new AtomicInteger();
    StartLogReader.Frame frame = StartLogReader.read(log, (k, d, s) -> started.incrementAndGet());
    assertThat(frame.ending()).contains(Ending.INTERRUPTED);
    assertThat(started.get()).isBetween(100, 2999);
  }

  @Test
  void aKilledRunKeepsItsPlanAndItsStartsUpToTheLastSecond() throws Exception {
    Process gatling = gatling("probe.rate=50", "probe.seconds=60");
    while (visits.size() < 200 && gatling.isAlive()) {
      Thread.sleep(50);
    }
    gatling.destroyForcibly();
    assertThat(gatling.waitFor(10, TimeUnit.SECONDS)).isTrue();
    Path log;
    try (Stream<Path> files = Files.walk(results)) {
      log = files.filter(file -> file.endsWith(StartLog.FILE_NAME)).findFirst().orElseThrow();
    }
    AtomicInteger started = new AtomicInteger();
    StartLogReader.Frame frame = StartLogReader.read(log, (k, d, s) -> started.incrementAndGet());
    assertThat(frame.ending()).isEmpty();
    assertThat(started.get()).isGreaterThanOrEqualTo(100);
    assertThat(PlanJson.read(log.resolveSibling(PlanJson.FILE_NAME)))
        .isEqualTo(ProbeSimulation.plan(50, 60));
  }

  @Test
  void aRedirectToAHostThatIsNotAllowedIsNotFollowed() throws Exception {
    AtomicInteger elsewhere = new AtomicInteger();
    HttpServer other =
        HttpServer.create(
            new InetSocketAddress(
                InetAddress.getByName("127.0.0.2"), server.getAddress().getPort()),
            0);
    other.createContext(
        "/",
        exchange -> {
          elsewhere.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    other.start();
    try {
      finished(gatling("probe.rate=5", "probe.seconds=2", "probe.path=/away"), Ending.COMPLETED);
      assertThat(elsewhere).hasValue(0);
      assertThat(Files.readString(results.resolve("output.txt")))
          .contains("no load may go to 127.0.0.2");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aRedirectToAnAllowedHostIsFollowed() throws Exception {
    finished(gatling("probe.rate=5", "probe.seconds=2", "probe.path=/here"), Ending.COMPLETED);
    assertThat(visits.get("/arrived")).hasValue(10);
  }

  @Test
  void anAbsoluteAddressOfAHostThatIsNotAllowedIsNotAsked() throws Exception {
    String away = "http://localhost:" + server.getAddress().getPort() + "/arrived";
    finished(gatling("probe.rate=5", "probe.seconds=2", "probe.path=" + away), Ending.COMPLETED);
    assertThat(visits).isEmpty();
    assertThat(Files.readString(results.resolve("output.txt")))
        .contains("no load may go to localhost");
  }
}
