package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tideline.engine.control.ControlFile;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.reply.ReplyLog;
import io.tideline.engine.reply.ReplySample;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.LateLog;
import io.tideline.engine.schedule.LateLog.LateRequest;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.schedule.StartLogReader;
import io.tideline.engine.schedule.Steering;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLog;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
  private volatile boolean failing;
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
    exchange.getResponseHeaders().add("X-Cache", "hit");
    exchange.sendResponseHeaders(failing ? 500 : 200, -1);
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
  void whatLateUsersAskForIsNotedWithTheirLag() throws Exception {
    Path log =
        finished(
            gatling("probe.rate=200", "probe.seconds=3", "probe.holdUp=200"), Ending.COMPLETED);

    List<Long> lags = new ArrayList<>();
    StartLogReader.read(log, (k, due, start) -> lags.add(Math.round((start - due) / 1e6)));
    List<Long> late = lags.stream().filter(lag -> lag > 0).sorted().toList();
    assertThat(late).as("users held up by others").hasSizeGreaterThan(50);
    List<LateRequest> noted = new ArrayList<>();
    LateLog.read(log.resolveSibling(LateLog.FILE_NAME), noted::add);
    assertThat(noted.stream().map(request -> (long) request.lagMillis()).sorted().toList())
        .isEqualTo(late);
    assertThat(noted)
        .allSatisfy(
            request -> {
              assertThat(request.name()).isEqualTo("Visit");
              assertThat(request.journey()).isEmpty();
              assertThat(request.ok()).isTrue();
            });
    assertThat(requestsIn(log)).containsAll(noted.stream().map(LoadRunIT::times).toList());
  }

  /** Begin and response time of each request in Gatling's own log. */
  private static List<String> requestsIn(Path starts) throws IOException {
    List<String> times = new ArrayList<>();
    long[] epoch = new long[1];
    SimulationLog.read(
        starts.getParent().resolveSibling(SimulationLog.FILE_NAME),
        new SimulationLogListener() {
          @Override
          public void run(RunRecord run) {
            epoch[0] = run.startEpochMillis();
          }

          @Override
          public void request(RequestRecord request) {
            int millis = request.endMillis() - request.startMillis();
            times.add(epoch[0] + request.startMillis() + " " + millis);
          }
        });
    return times;
  }

  private static String times(LateRequest request) {
    return request.beginEpochMillis() + " " + request.millis();
  }

  @Test
  void theWarmUpReachesNeitherTheTargetNorARecord() throws Exception {
    Path log = finished(gatling("probe.rate=20", "probe.seconds=2"), Ending.COMPLETED);

    AtomicInteger requests = new AtomicInteger();
    AtomicInteger users = new AtomicInteger();
    SimulationLog.read(
        log.getParent().resolveSibling(SimulationLog.FILE_NAME),
        new SimulationLogListener() {
          @Override
          public void request(RequestRecord request) {
            requests.incrementAndGet();
          }

          @Override
          public void user(int scenario, boolean start, int millis) {
            users.addAndGet(start ? 1 : 0);
          }
        });
    assertThat(requests).hasValue(40);
    assertThat(users).hasValue(40);
    assertThat(visits).hasSize(40);
    assertThat(Files.readString(results.resolve("output.txt"))).doesNotContain("starts cold");
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

  @Test
  void aRunIsPausedScaledAndStoppedThroughItsControlEndpoint() throws Exception {
    Process gatling = gatling("probe.rate=100", "probe.seconds=60");
    Path control = awaitFile(ControlFile.FILE_NAME);
    ControlFile endpoint = ControlFile.read(control);
    awaitVisits(100);

    assertThat(ask(endpoint, "POST", "/pause")).contains("\"state\":\"paused\"");
    Thread.sleep(200);
    int paused = visits.size();
    Thread.sleep(1500);
    assertThat(visits).as("users while paused").hasSize(paused);

    assertThat(ask(endpoint, "POST", "/resume")).contains("\"state\":\"running\"");
    assertThat(ask(endpoint, "POST", "/scale?factor=3")).contains("\"factor\":3.0");
    int before = visits.size();
    long from = System.nanoTime();
    Thread.sleep(3000);
    double rate = (visits.size() - before) / ((System.nanoTime() - from) / 1e9);
    assertThat(rate).as("users per second at three times 100").isBetween(270.0, 330.0);

    assertThat(ask(endpoint, "POST", "/stop")).contains("\"state\":\"ending\"");
    Path log = finished(gatling, Ending.STOPPED);
    assertThat(control).doesNotExist();

    List<RunEvent> events = new EventLog(log.resolveSibling(EventLog.FILE_NAME)).read();
    assertThat(events)
        .extracting(RunEvent::kind)
        .containsExactly(Kind.PAUSE, Kind.RESUME, Kind.SCALE, Kind.STOP);
    Steering replayed = Steering.replay(Schedule.of(ProbeSimulation.plan(100, 60)), events);
    List<Long> started = new ArrayList<>();
    List<Long> lags = new ArrayList<>();
    StartLogReader.read(
        log,
        (k, due, start) -> {
          started.add(k);
          lags.add(start - due);
        });
    assertThat(started).hasSize((int) replayed.dueBefore(Steering.NEVER)).doesNotHaveDuplicates();
    assertThat(visits).hasSize(started.size());
  }

  @Test
  void anSloThatIsBrokenForItsWindowEndsTheRunWithinTwoSeconds() throws Exception {
    Process gatling = gatling("probe.rate=300", "probe.seconds=60");
    awaitVisits(300);
    failing = true;
    long from = System.nanoTime();
    Path log = finished(gatling, Ending.ABORTED);
    double seconds = (System.nanoTime() - from) / 1e9;
    assertThat(seconds)
        .as("a window of 3 s, 2 s to see it and end, and Gatling's own end")
        .isLessThan(12);
    List<RunEvent> events = new EventLog(log.resolveSibling(EventLog.FILE_NAME)).read();
    assertThat(events).singleElement().extracting(RunEvent::kind).isEqualTo(Kind.ABORT);
    assertThat(events.get(0).reason()).contains("errors", "at most 20.0 % allowed");
  }

  @Test
  void theControlEndpointRefusesWhatItCannotDo() throws Exception {
    Process gatling = gatling("probe.rate=20", "probe.seconds=60");
    ControlFile endpoint = ControlFile.read(awaitFile(ControlFile.FILE_NAME));
    ControlFile wrong = new ControlFile(endpoint.url(), "guess", endpoint.pid());
    assertThat(ask(wrong, "GET", "/state")).startsWith("401").contains("token");
    assertThat(ask(endpoint, "GET", "/pause")).startsWith("405").contains("use POST");
    assertThat(ask(endpoint, "GET", "/nowhere")).startsWith("404").contains("/state");
    assertThat(ask(endpoint, "POST", "/scale?factor=-1")).startsWith("400").contains("not above 0");
    assertThat(ask(endpoint, "POST", "/scale?factor=x")).startsWith("400").contains("no number");
    assertThat(ask(endpoint, "POST", "/scale")).startsWith("400");
    assertThat(ask(endpoint, "POST", "/scale?factor=51"))
        .startsWith("409")
        .contains("1020.0 new users per second and 1000.0 are allowed");
    assertThat(ask(endpoint, "GET", "/state"))
        .startsWith("200")
        .contains("\"factor\":1.0", "\"phase\":\"only\"");
    gatling.destroy();
    finished(gatling, Ending.INTERRUPTED);
  }

  private static String ask(ControlFile endpoint, String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint.url() + path))
            .header("Authorization", "Bearer " + endpoint.token())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  private void awaitVisits(int number) throws InterruptedException {
    for (int i = 0; i < 600 && visits.size() < number; i++) {
      Thread.sleep(50);
    }
    assertThat(visits.size()).isGreaterThanOrEqualTo(number);
  }

  private Path awaitFile(String name) throws Exception {
    for (int i = 0; i < 600; i++) {
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

  @Test
  void aRunStopsBeforeItsDiskIsFullAndKeepsWhatItHas() throws Exception {
    long free = Files.getFileStore(results).getUsableSpace();
    Path log =
        finished(
            gatling("probe.rate=50", "probe.seconds=60", "probe.keepFree=" + 2 * free),
            Ending.STOPPED);

    List<RunEvent> events = new EventLog(log.resolveSibling(EventLog.FILE_NAME)).read();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).kind()).isEqualTo(Kind.STOP);
    assertThat(events.get(0).reason())
        .matches("disk: \\d+ MiB are free .* \\d+ MiB are to be left");
    assertThat(events.get(0).atNanos()).isLessThan(TimeUnit.SECONDS.toNanos(20));
    assertThat(visits.size()).isBetween(20, 2_000);
  }

  @Test
  void repliesAreCountedForAPlanThatPromisesSomethingOfACacheAndForNoOther() throws Exception {
    Path log =
        finished(
            gatling("probe.rate=50", "probe.seconds=3", "probe.caching=true"), Ending.COMPLETED);
    List<ReplySample> samples = new ArrayList<>();
    ReplyLog.read(log.resolveSibling(ReplyLog.FILE_NAME), samples::add);
    assertThat(samples.stream().mapToLong(ReplySample::hits).sum()).isEqualTo(150);
    ReplySample last = samples.get(samples.size() - 1);
    assertThat(last.reads()).isEqualTo(150);
    assertThat(last.addresses()).isBetween(147L, 153L);
    assertThat(last.atSeconds()).isBetween(2.9, 15.0);

    Path other = finished(gatling("probe.rate=50", "probe.seconds=2"), Ending.COMPLETED);
    assertThat(other.resolveSibling(ReplyLog.FILE_NAME)).doesNotExist();
  }
}
