package io.tideline.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.tideline.engine.plan.Access;
import io.tideline.engine.plan.ResourceSource;
import io.tideline.engine.plan.ResourceSource.Rule;
import io.tideline.engine.plan.ResourceSource.Server;
import io.tideline.engine.resource.PrometheusServer.Times;
import io.tideline.testkit.Waiting;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Prometheus server, where one is installed: every query that is written is one that it takes.
 */
@Timeout(120)
class RealPrometheusIT {
  private static final int SCRAPES = 12;

  /** Steps until a window is full, and those looked at after them. */
  private static final int FULL = 6;

  private static final int LATER = 5;

  @TempDir Path folder;

  @Test
  void whatItRemembersIsWhatTheTargetTold() throws Exception {
    assumeTrue(installed(), "there is no prometheus on the path");
    long begin = System.nanoTime();
    HttpServer target = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 16);
    AtomicInteger scrapes = new AtomicInteger();
    target.createContext(
        "/metrics",
        exchange -> {
          scrapes.incrementAndGet();
          double seconds = (System.nanoTime() - begin) / 1e9;
          byte[] text =
              """
              process_cpu_usage 0.25
              jvm_threads_live_threads 17
              work_total{kind="a"} %.3f
              work_total{kind="b"} %.3f
              hikaricp_connections_active{pool="memories"} 3
              hikaricp_connections_max{pool="memories"} 8
              """
                  .formatted(10 * seconds, 30 * seconds)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    target.start();
    int port = freePort();
    Process prometheus = start(port, target.getAddress().getPort());
    try {
      awaitReady(port);
      awaitScrapes(scrapes);
      Waiting.until("enough steps were told of", () -> told(samples(port)).size() > FULL + LATER);
      target.stop(0);
      Waiting.until(
          "it knows that the target is gone",
          () -> {
            List<ResourceSample> now = samples(port);
            return !tells(now.get(now.size() - 1), "threads");
          });
      List<ResourceSample> samples = samples(port);

      List<ResourceSample> told = told(samples);
      ResourceSample known = told.get(told.size() / 2);
      assertThat(known.readings())
          .contains(
              new Reading("threads", Unit.COUNT, 17, null, null),
              new Reading("cpu", Unit.SHARE, 0.25, 1.0, null),
              new Reading("doubled", Unit.COUNT, 34, null, null));
      assertThat(value(known, "connections memories")).isEqualTo(3);
      // Of full windows alone: Prometheus guesses where it was told less than a window's values.
      List<ResourceSample> full = told.subList(Math.min(FULL, told.size()), told.size());
      assertThat(full).as("steps with a full window").hasSizeGreaterThanOrEqualTo(LATER);
      assertThat(mean(full, "work a")).isCloseTo(10, within(2.0));
      assertThat(mean(full, "work b")).isCloseTo(30, within(6.0));
      ResourceSample last = samples.get(samples.size() - 1);
      assertThat(last.readings())
          .as("what is gone is not remembered on, and not zero")
          .noneMatch(reading -> reading.name().equals("threads"));
    } finally {
      prometheus.destroy();
      if (!prometheus.waitFor(10, TimeUnit.SECONDS)) {
        prometheus.destroyForcibly().waitFor();
      }
      target.stop(0);
    }
  }

  private static List<ResourceSample> told(List<ResourceSample> samples) {
    return samples.stream()
        .filter(sample -> tells(sample, "threads") && tells(sample, "work a"))
        .toList();
  }

  private static boolean tells(ResourceSample sample, String name) {
    return sample.readings().stream().anyMatch(reading -> reading.name().equals(name));
  }

  private static double mean(List<ResourceSample> samples, String name) {
    return samples.stream().mapToDouble(sample -> value(sample, name)).average().orElseThrow();
  }

  private static double value(ResourceSample sample, String name) {
    return sample.readings().stream()
        .filter(reading -> reading.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static List<ResourceSample> samples(int port) throws InterruptedException {
    ResourceSource source =
        new ResourceSource(
            "http://127.0.0.1:" + port,
            List.of("micrometer", "node", "postgresql", "kubernetes"),
            List.of(new Rule("work", "per-second", "rate(work_total)", null, null, "kind")),
            Duration.ofSeconds(1),
            Access.OPEN,
            new Server(
                Map.of("job", "memories"),
                List.of(
                    new Rule(
                        "doubled",
                        "count",
                        "2 * max(jvm_threads_live_threads)",
                        null,
                        null,
                        null))));
    long now = System.currentTimeMillis();
    PrometheusServer server = new PrometheusServer(source.at(), Map.of(), Duration.ofSeconds(10));
    List<ResourceSample> samples =
        new ServerHistory("p", server, ServerMeasure.of(source))
            .samples(new Times(now - 40_000, now, 1_000), now - 40_000);
    assertThat(samples)
        .as("each of the queries was taken")
        .noneMatch(sample -> sample.gap() != null && sample.gap().contains("could not be asked"));
    return samples;
  }

  private Process start(int port, int target) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            global: { scrape_interval: 1s, scrape_timeout: 1s }
            scrape_configs:
              - job_name: memories
                static_configs: [ { targets: [ "127.0.0.1:%d" ] } ]
            """
                .formatted(target));
    return new ProcessBuilder(
            "prometheus",
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.log").toFile())
        .start();
  }

  /** Prometheus takes some seconds from being ready until it scrapes. */
  private static void awaitScrapes(AtomicInteger scrapes) throws Exception {
    for (int i = 0; i < 300 && scrapes.get() < SCRAPES; i++) {
      Thread.sleep(100);
    }
    assertThat(scrapes.get()).as("scrapes").isGreaterThanOrEqualTo(SCRAPES);
  }

  private static void awaitReady(int port) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/-/ready")).build();
    for (int i = 0; i < 100; i++) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (java.io.IOException notYet) {
        Thread.onSpinWait();
      }
      Thread.sleep(300);
    }
    throw new IllegalStateException("prometheus did not become ready");
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static boolean installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, "prometheus")));
  }
}
