package io.tideline.engine.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.engine.control.ControlRoutes;
import io.tideline.engine.control.Controls;
import io.tideline.engine.control.RunState;
import io.tideline.engine.live.FakeLoad;
import io.tideline.engine.live.LiveSamples;
import io.tideline.engine.metrics.Scraped;
import io.tideline.engine.simlog.LogBytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveServerIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "secret";

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final FakeLoad load = new FakeLoad(LiveSamples.plan());
  private final List<String> asked = new ArrayList<>();
  private LiveServer server;
  private LiveShow show;

  @BeforeEach
  void open() throws IOException {
    server = LiveServer.open("127.0.0.1", 0);
    load.elapsedSeconds = 8;
    LogBytes log = LogBytes.withRun();
    log.request(List.of("<b>evil</b>"), "</script><script>alert(1)</script>", 8_000, 8_100, "");
    LiveSamples.request(log, 6_000, 100, "");
    LiveSamples.request(log, 8_000, 100, "no");
    show = new LiveShow(LiveSamples.subject(folder, log, load), server, Progress.OFF);
  }

  @AfterEach
  void close() {
    show.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private Scraped awaitRequests(double count) throws Exception {
    for (int i = 0; i < 200; i++) {
      Scraped scraped = new Scraped(get("/metrics").body());
      if (scraped.sum("tideline_request_duration_seconds_count", Map.of()) == count) {
        return scraped;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("never " + count + " requests: " + get("/metrics").body());
  }

  @Test
  void beforeARunThereAreNoMetricsAndItSaysSo() throws Exception {
    assertThat(get("/metrics").statusCode()).isEqualTo(503);
    assertThat(get("/").statusCode()).isEqualTo(200);
    assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
  }

  @Test
  void metricsFollowTheLogAndAreCompleteOnceTheRunHasEnded() throws Exception {
    show.start(folder);
    assertThat(LiveFile.read(folder.resolve(LiveFile.FILE_NAME)).url()).isEqualTo(server.url());
    awaitRequests(3);
    LogBytes more = LogBytes.withRun();
    more.request(List.of("<b>evil</b>"), "</script><script>alert(1)</script>", 8_000, 8_100, "");
    LiveSamples.request(more, 6_000, 100, "");
    LiveSamples.request(more, 8_000, 100, "no");
    int before = more.bytes().length;
    LiveSamples.request(more, 9_000, 100, "no");
    byte[] all = more.bytes();
    Files.write(
        folder.resolve("simulation.log"),
        java.util.Arrays.copyOfRange(all, before, all.length),
        StandardOpenOption.APPEND);
    show.end();
    assertThat(awaitRequests(4).sum("tideline_run_state", Map.of("state", "ended"))).isEqualTo(1);
    assertThat(get("/metrics", "Accept", "application/openmetrics-text").headers().map())
        .containsKey("content-type");
    show.close();
    assertThat(folder.resolve(LiveFile.FILE_NAME)).doesNotExist();
    assertThatThrownBy(() -> get("/metrics")).isInstanceOf(IOException.class);
  }

  /** The first event of each name that comes. */
  private Map<String, JsonNode> events(String... names) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/events")).build();
    Map<String, JsonNode> events = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
      String name = "";
      while (!events.keySet().containsAll(List.of(names))) {
        String line = lines.readLine();
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          events.putIfAbsent(name, JSON.readTree(line.substring("data: ".length())));
        }
      }
    }
    return events;
  }

  @Test
  void whoComesLateOrAgainGetsTheStateAndTheWholeCourse() throws Exception {
    show.start();
    awaitRequests(3);
    for (int visit = 0; visit < 2; visit++) {
      Map<String, JsonNode> events = events("state", "course", "points");
      assertThat(events.get("course")).hasSizeGreaterThanOrEqualTo(4);
      JsonNode state = events.get("state");
      assertThat(state.at("/load/phase").asText()).isEqualTo("first");
      assertThat(state.at("/log/ko").asLong()).isOne();
      assertThat(state.at("/slos")).hasSize(3);
      assertThat(state.at("/requests")).hasSize(2);
    }
  }

  @Test
  void aViewerThatTakesNothingHoldsUpNobody() throws Exception {
    show.start();
    awaitRequests(3);
    URI uri = URI.create(server.url());
    try (Socket slow = new Socket(uri.getHost(), uri.getPort())) {
      slow.getOutputStream()
          .write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      slow.getOutputStream().flush();
      assertThat(events("state", "points")).containsKey("points");
      assertThat(get("/metrics").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void thePageIsOneFileThatLoadsNothingAndTakesWhatItShowsForText() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.body()).doesNotContain("http://www.w3.org/1999").doesNotContain("innerHTML");
    assertThat(page.body()).doesNotContainPattern("(src|href)=");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'");
  }

  @Test
  void theControlsWantTheToken() throws Exception {
    show.start();
    assertThat(post("/control/pause", TOKEN).statusCode()).isEqualTo(503);
    assertThat(events("state").get("state").get("steered").asBoolean()).isFalse();
    show.steeredBy(new ControlRoutes(new NotingControls(), TOKEN));
    assertThat(events("state").get("state").get("steered").asBoolean()).isTrue();
    assertThat(post("/control/pause", "wrong").statusCode()).isEqualTo(401);
    assertThat(asked).isEmpty();
    assertThat(post("/control/pause", TOKEN).body()).contains("\"state\":\"paused\"");
    assertThat(post("/control/scale?factor=1.5", TOKEN).statusCode()).isEqualTo(200);
    assertThat(get("/control/pause", "Authorization", "Bearer " + TOKEN).statusCode())
        .isEqualTo(405);
    assertThat(asked).containsExactly("pause", "scale 1.5");
  }

  @Test
  void aPortThatIsTakenIsOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> LiveServer.open("127.0.0.1", taken.getLocalPort()))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "metrics cannot be served on 127.0.0.1 port " + taken.getLocalPort())
          .hasMessageEndingWith("give another with metricsPort, or none for a free one");
    }
  }

  private final class NotingControls implements Controls {
    private RunState noted(String what) {
      asked.add(what);
      return new RunState("test", "paused", "first", 1, 1, 1, 1);
    }

    @Override
    public RunState state() {
      return noted("state");
    }

    @Override
    public RunState pause() {
      return noted("pause");
    }

    @Override
    public RunState resume() {
      return noted("resume");
    }

    @Override
    public RunState scale(double factor) {
      return noted("scale " + factor);
    }

    @Override
    public RunState stop() {
      return noted("stop");
    }
  }
}
