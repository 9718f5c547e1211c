package io.tideline.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.ResourceSource;
import io.tideline.engine.plan.ResourceSource.Rule;
import io.tideline.engine.plan.Target;
import io.tideline.engine.schedule.Plans;
import io.tideline.testkit.QuietMachine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The watch against endpoints that answer, go away, hang, and lie. */
@Timeout(60)
class ResourceWatchIT {
  private static final Rule RULE = new Rule("things", "count", "things", null, null, null);
  private static final Duration EVERY = Duration.ofMillis(100);

  @TempDir Path folder;

  private final long origin = System.nanoTime();

  private List<ResourceSample> watch(String base, String path, Duration time) throws Exception {
    Plan plan =
        Plans.of(1, new Mix(Map.of("Browse", 1)), Plans.hold("s", 1, Duration.ofMinutes(1)))
            .watching(List.of(new ResourceSource(path, List.of(), List.of(RULE), EVERY)))
            .at(base);
    Files.deleteIfExists(folder.resolve(ResourceLog.FILE_NAME));
    ResourceWatch watch =
        ResourceWatch.start(plan, () -> System.nanoTime() - origin, folder).orElseThrow();
    try (watch) {
      Thread.sleep(time.toMillis());
    }
    List<ResourceSample> samples = new ArrayList<>();
    ResourceLog.read(folder.resolve(ResourceLog.FILE_NAME), samples::add);
    return samples;
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 16);
    AtomicInteger asked = new AtomicInteger();
    answer(server, "/counts", 200, () -> "things " + asked.incrementAndGet() + "\n");
    answer(server, "/page", 200, () -> "<html>");
    answer(server, "/other", 200, () -> "stuff 1\n");
    answer(server, "/broken", 503, () -> "things 1\n");
    answer(server, "/endless", 200, () -> "things 1\n".repeat(5 << 20));
    server.start();
    return server;
  }

  private interface Text {
    String get();
  }

  private static void answer(HttpServer server, String path, int status, Text text) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static String base(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Test
  void samplesComeAsOftenAsThePlanSaysAndAreInTheFile() throws Exception {
    QuietMachine.judges(this::comeAsOftenAsThePlanSays);
  }

  private void comeAsOftenAsThePlanSays() throws Exception {
    HttpServer server = server();
    List<ResourceSample> samples = watch(base(server), "/counts", Duration.ofSeconds(2));
    server.stop(0);

    assertThat(samples).hasSizeBetween(10, 21);
    assertThat(samples).allSatisfy(sample -> assertThat(sample.gap()).isNull());
    assertThat(samples.get(4).readings())
        .containsExactly(new Reading("things", Unit.COUNT, 5, null, null));
    assertThat(samples).extracting(ResourceSample::atSeconds).isSorted();
  }

  @Test
  void aSourceThatGoesAwayIsAGapAndItsReturnEndsIt() throws Exception {
    QuietMachine.judges(this::goingAwayIsAGap);
  }

  private void goingAwayIsAGap() throws Exception {
    HttpServer server = server();
    int port = server.getAddress().getPort();
    Thread trouble =
        new Thread(
            () -> {
              try {
                Thread.sleep(1_000);
                server.stop(0);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    trouble.start();
    List<ResourceSample> samples =
        watch("http://127.0.0.1:" + port, "/counts", Duration.ofSeconds(2));
    trouble.join();

    assertThat(samples.get(0).gap()).isNull();
    ResourceSample last = samples.get(samples.size() - 1);
    assertThat(last.gap()).contains("Connect");
    assertThat(last.readings()).isEmpty();
  }

  @Test
  void aSourceThatTellsNothingOfUseSaysWhy() throws Exception {
    QuietMachine.judges(this::tellsWhy);
  }

  private void tellsWhy() throws Exception {
    HttpServer server = server();
    Map<String, String> reasons =
        Map.of(
            "/page", "its answer holds no metrics in Prometheus' text format",
            "/other", "its metrics hold nothing of what the mapping names",
            "/broken", "it answered 503",
            "/none", "it answered 404");
    for (Map.Entry<String, String> each : reasons.entrySet()) {
      List<ResourceSample> samples = watch(base(server), each.getKey(), Duration.ofMillis(600));
      assertThat(samples)
          .as(each.getKey())
          .anySatisfy(sample -> assertThat(sample.gap()).isEqualTo(each.getValue()))
          .allSatisfy(sample -> assertThat(sample.readings()).isEmpty());
    }
    server.stop(0);
  }

  @Test
  void anAnswerWithoutEndIsRefused() throws Exception {
    HttpServer server = server();
    Endpoint endpoint =
        new Endpoint(URI.create(base(server) + "/endless"), Duration.ofSeconds(20), Map.of());
    assertThatIOException()
        .isThrownBy(endpoint::text)
        .withMessageContaining("its answer is longer than 33554432 bytes");
    server.stop(0);
  }

  @Test
  void aSourceThatHangsCostsAGapAndNotTheRun() throws Exception {
    QuietMachine.judges(this::hangingCostsAGap);
  }

  private void hangingCostsAGap() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      long start = System.nanoTime();
      List<ResourceSample> samples =
          watch("http://127.0.0.1:" + silent.getLocalPort(), "/m", Duration.ofSeconds(1));
      assertThat(samples).isNotEmpty();
      assertThat(samples)
          .allSatisfy(sample -> assertThat(sample.gap()).startsWith("no answer within 100 ms"));
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }
  }

  @Test
  void aPlanWithoutSourcesIsNotWatched() throws Exception {
    Plan plan =
        Plans.of(1, new Mix(Map.of("Browse", 1)), Plans.hold("s", 1, Duration.ofMinutes(1)));
    assertThat(plan.target().resources()).isEmpty();
    assertThat(plan.target().env()).isNotEqualTo(Target.STAND_IN);
    assertThat(ResourceWatch.start(plan, System::nanoTime, folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }
}
