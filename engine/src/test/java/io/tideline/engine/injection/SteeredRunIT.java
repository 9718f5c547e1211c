package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.control.ControlFile;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.schedule.StartLogReader;
import io.tideline.engine.schedule.Steering;
import io.tideline.testkit.QuietMachine;
import io.tideline.testkit.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A real run that is steered by hand, or ended by an SLO; it holds rates against a clock. */
class SteeredRunIT extends ProbedRun {
  @Test
  void aRunIsPausedScaledAndStoppedThroughItsControlEndpoint() throws Exception {
    Process gatling = gatling("probe.rate=100", "probe.seconds=60");
    Path control = awaitFile(ControlFile.FILE_NAME);
    ControlFile endpoint = ControlFile.read(control);
    awaitVisits(100);

    assertThat(ask(endpoint, "POST", "/pause")).contains("\"state\":\"paused\"");
    int paused = visitsOnceNobodyIsUnderWay();
    Thread.sleep(1500);
    assertThat(visits).as("users while paused").hasSize(paused);

    assertThat(ask(endpoint, "POST", "/resume")).contains("\"state\":\"running\"");
    assertThat(ask(endpoint, "POST", "/scale?factor=3")).contains("\"factor\":3.0");
    QuietMachine.judges(
        () -> {
          int before = visits.size();
          long from = System.nanoTime();
          Thread.sleep(3000);
          double rate = (visits.size() - before) / ((System.nanoTime() - from) / 1e9);
          assertThat(rate).as("users per second at three times 100").isBetween(270.0, 330.0);
        });

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
    QuietMachine.judges(2, this::endsSoonOnceItFails);
  }

  private void endsSoonOnceItFails() throws Exception {
    failing = false;
    visits.clear();
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

  /** How many there were when no more came for half a second. */
  private int visitsOnceNobodyIsUnderWay() throws Exception {
    AtomicInteger last = new AtomicInteger(-1);
    Waiting.until(
        "those who were under way have arrived",
        () -> {
          int before = last.getAndSet(visits.size());
          Thread.sleep(500);
          return before == visits.size();
        });
    return last.get();
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
}
