package io.tideline.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tideline.engine.live.FakeLoad;
import io.tideline.engine.live.LiveRun;
import io.tideline.engine.live.LiveSamples;
import io.tideline.engine.live.LiveSubject;
import io.tideline.engine.plan.Receivers;
import io.tideline.engine.plan.Receivers.Influx;
import io.tideline.engine.plan.Receivers.Otlp;
import io.tideline.engine.simlog.LogBytes;
import io.tideline.testkit.ClosedPort;
import io.tideline.testkit.QuietMachine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Metrics sent to a receiver that notes everything. {@code ObservedRunIT} has a real InfluxDB. */
@Timeout(90)
class PushIT {
  /** Measurement, tags, fields, time: the line protocol of InfluxDB. */
  private static final Pattern LINE =
      Pattern.compile("[^, ]+(,[^=, ]+=(\\\\.|[^\\\\, ])+)* [^ =]+=[^ ]+ [0-9]+");

  private static final int REQUESTS = 200;

  @TempDir Path folder;
  private final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
  private HttpServer receiver;

  private record Received(String path, String authorization, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  @BeforeEach
  void receive() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    receiver.setExecutor(Executors.newCachedThreadPool());
    receiver.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            body = new GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes();
          }
          String token = exchange.getRequestHeaders().getFirst("Authorization");
          received.add(new Received(exchange.getRequestURI().toString(), "" + token, body));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort();
  }

  private LiveMetrics run(Receivers receivers) throws IOException {
    LogBytes log = LogBytes.withRun();
    for (int i = 0; i < REQUESTS; i++) {
      LiveSamples.request(log, 6_000 + i, 100, i % 10 == 0 ? "no, \"not\" = this" : "");
    }
    LiveSubject subject = LiveSamples.subject(folder, log, new FakeLoad(LiveSamples.plan()));
    LiveMetrics metrics = new LiveMetrics(subject, receivers, name -> "value of " + name);
    LiveRun run = new LiveRun(subject, metrics.listeners());
    metrics.bind(run, Clock.systemUTC());
    run.look();
    run.end();
    return metrics;
  }

  private static Receivers influx(String url, List<String> place, String token) {
    return new Receivers(new Influx(url, place, token, Duration.ofMinutes(10)), null, null);
  }

  private static double counted(Stream<String> lines) {
    Pattern count = Pattern.compile("[ ,]count=([0-9.]+)");
    return lines
        .filter(line -> line.startsWith("tideline_request_duration,"))
        .map(count::matcher)
        .filter(Matcher::find)
        .mapToDouble(matcher -> Double.parseDouble(matcher.group(1)))
        .sum();
  }

  @Test
  void atTheEndAnInfluxDbHasGotEveryRequestInItsLineProtocol() throws IOException {
    run(influx(url(), List.of("tideline"), null)).close();
    List<String> lines =
        received.stream()
            .filter(request -> request.path().startsWith("/write?"))
            .flatMap(request -> request.text().lines())
            .toList();
    assertThat(received).anyMatch(request -> request.path().contains("db=tideline"));
    assertThat(lines).hasSizeGreaterThan(20).allMatch(line -> LINE.matcher(line).matches());
    assertThat(counted(lines.stream())).isEqualTo(REQUESTS);
    assertThat(lines).anyMatch(line -> line.contains("phase=first") && line.contains("run="));
  }

  @Test
  void version2TakesOrganisationBucketAndToken() throws IOException {
    run(influx(url(), List.of("team", "load"), "INFLUX_TOKEN")).close();
    assertThat(received)
        .anyMatch(
            request ->
                request.path().startsWith("/api/v2/write?")
                    && request.path().contains("bucket=load")
                    && request.path().contains("org=team")
                    && request.authorization().equals("Token value of INFLUX_TOKEN"));
  }

  @Test
  void aCollectorOfOpenTelemetryGetsThemToo() throws IOException {
    Map<String, String> headers = Map.of("Authorization", "OTLP_TOKEN");
    Otlp otlp = new Otlp(url() + "/v1/metrics", headers, Duration.ofMinutes(10));
    run(new Receivers(null, otlp, null)).close();
    Received metrics = received.element();
    assertThat(metrics.path()).isEqualTo("/v1/metrics");
    assertThat(metrics.authorization()).isEqualTo("value of OTLP_TOKEN");
    assertThat(new String(metrics.body(), StandardCharsets.ISO_8859_1))
        .contains("tideline.request.duration", "Browse timeline", "tideline.arrivals.due");
  }

  @Test
  void aReceiverThatIsAwayChangesNothingAndEndsSoon() throws Exception {
    QuietMachine.judges(
        () -> {
          try (ClosedPort away = new ClosedPort()) {
            String url = "http://127.0.0.1:" + away.number();
            LiveMetrics metrics = run(influx(url, List.of("tideline"), null));
            long begin = System.nanoTime();
            assertThat(Scraped.of(metrics).sum("tideline_request_duration_seconds_count", Map.of()))
                .isEqualTo(REQUESTS);
            metrics.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isLessThan(Duration.ofSeconds(15));
          }
        });
  }
}
