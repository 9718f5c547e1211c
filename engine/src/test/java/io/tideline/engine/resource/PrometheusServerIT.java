package io.tideline.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import io.tideline.engine.plan.Access;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.ResourceSource;
import io.tideline.engine.plan.ResourceSource.Rule;
import io.tideline.engine.plan.ResourceSource.Server;
import io.tideline.engine.resource.PrometheusServer.Answer;
import io.tideline.engine.resource.PrometheusServer.Times;
import io.tideline.engine.schedule.Plans;
import io.tideline.testkit.ClosedPort;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Asking a server that behaves as Prometheus' API does, and ones that do not. */
@Timeout(60)
class PrometheusServerIT {
  private static final Duration WAIT = Duration.ofSeconds(5);

  @TempDir Path folder;

  private static ServerMeasure query(String name, String query) {
    return new ServerMeasure(name, Unit.COUNT, query, null, null, null);
  }

  private static List<ResourceSample> history(
      LocalPrometheus server, Times times, ServerMeasure... measures) throws Exception {
    PrometheusServer asked = new PrometheusServer(server.base(), Map.of(), WAIT);
    return new ServerHistory("p", asked, List.of(measures)).samples(times, times.fromMillis());
  }

  @Test
  void eachTimeIsASampleAndATimeOfWhichNothingIsRememberedIsAGap() throws Exception {
    try (LocalPrometheus server = new LocalPrometheus()) {
      server
          .knows("up", "{}", at -> at < 1_015 ? at - 1_000 : at < 1_025 ? -1e10 : Double.NaN)
          .knows("most", "{}", at -> 100);
      List<ResourceSample> samples =
          history(
              server,
              new Times(1_000_000, 1_030_000, 5_000),
              new ServerMeasure("load", Unit.COUNT, "up", "most", null, null));

      assertThat(samples)
          .extracting(ResourceSample::atSeconds)
          .containsExactly(0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0);
      assertThat(samples.get(2).readings())
          .containsExactly(new Reading("load", Unit.COUNT, 10, 100.0, null));
      assertThat(samples.subList(3, 7))
          .as("what was not there, and what was no number")
          .allSatisfy(
              sample ->
                  assertThat(sample.gap())
                      .isEqualTo("the Prometheus server has nothing of this time"));
    }
  }

  @Test
  void eachValueOfALabelIsAResourceOfItsOwn() throws Exception {
    try (LocalPrometheus server = new LocalPrometheus()) {
      server
          .knows("by", "{\"pool\":\"a\"}", at -> 1)
          .knows("by", "{\"pool\":\"b\"}", at -> 2)
          .knows("lim", "{\"pool\":\"b\"}", at -> 8);
      List<ResourceSample> samples =
          history(
              server,
              new Times(0, 0, 5_000),
              new ServerMeasure("pool", Unit.COUNT, "by", "lim", null, "pool"));
      assertThat(samples.get(0).readings())
          .containsExactlyInAnyOrder(
              new Reading("pool a", Unit.COUNT, 1, null, null),
              new Reading("pool b", Unit.COUNT, 2, 8.0, null));
    }
  }

  @Test
  void aDayAtFiveSecondsIsAskedInPieces() throws Exception {
    try (LocalPrometheus server = new LocalPrometheus()) {
      server.knows("up", "{}", at -> at);
      List<Answer> answers =
          new PrometheusServer(server.base(), Map.of(), WAIT)
              .range("up", new Times(0, 86_400_000, 5_000));
      assertThat(server.asked()).hasSize(2);
      assertThat(answers).hasSize(1);
      assertThat(answers.get(0).values()).hasSize(86_400 / 5 + 1);
      assertThat(answers.get(0).values()).containsEntry(50_000_000L, 50_000.0);
    }
  }

  @Test
  void aQueryThatIsRefusedSaysWhyAndNothingIsKnownOfTheWholeRun() throws Exception {
    try (LocalPrometheus server = new LocalPrometheus()) {
      List<ResourceSample> samples =
          history(server, new Times(1_000, 61_000, 5_000), query("x", "nonsense("));
      assertThat(samples).extracting(ResourceSample::atSeconds).containsExactly(0.0, 60.0);
      assertThat(samples)
          .allSatisfy(
              sample -> {
                assertThat(sample.readings()).isEmpty();
                assertThat(sample.gap())
                    .isEqualTo(
                        "the Prometheus server could not be asked: it answered 400: invalid"
                            + " parameter \"query\": unknown 9");
              });
    }
  }

  @Test
  void aQueryOfSeveralSeriesThatNobodyToldApartIsRefused() throws Exception {
    try (LocalPrometheus server = new LocalPrometheus()) {
      server.knows("up", "{\"i\":\"a\"}", at -> 1).knows("up", "{\"i\":\"b\"}", at -> 1);
      assertThat(history(server, new Times(0, 0, 5_000), query("up", "up")).get(0).gap())
          .contains("query \"up\" gives 2 series; sum them up");
    }
  }

  @Test
  void aServerThatIsNotThereAndOneThatIsNoneAreToldApart() throws Exception {
    Times times = new Times(0, 5_000, 5_000);
    try (ClosedPort away = new ClosedPort()) {
      PrometheusServer nobody =
          new PrometheusServer("http://127.0.0.1:" + away.number(), Map.of(), WAIT);
      assertThatIOException()
          .isThrownBy(() -> nobody.range("up", times))
          .withMessageContaining("Connect");
    }
    HttpServer page = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 4);
    page.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 6);
          exchange
              .getResponseBody()
              .write("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
          exchange.close();
        });
    page.start();
    assertThatIOException()
        .isThrownBy(
            () ->
                new PrometheusServer(
                        "http://127.0.0.1:" + page.getAddress().getPort(), Map.of(), WAIT)
                    .range("up", times))
        .withMessage("its answer is none of Prometheus' API");
    page.stop(0);
  }

  @Test
  void aRunAsksItsServersWhenItIsOverAndSendsThemTheirSecretAndWritesItNowhere() throws Exception {
    try (LocalPrometheus server = new LocalPrometheus()) {
      server.knows("sum(kube_deployment_status_replicas)", "{}", at -> 3);
      ResourceSource source =
          new ResourceSource(
              server.base(),
              List.of(),
              List.of(),
              Duration.ofSeconds(1),
              new Access(Map.of("X-Scope", "SCOPE"), "TOKEN", null),
              new Server(
                  Map.of(),
                  List.of(
                      new Rule(
                          "replicas",
                          "count",
                          "sum(kube_deployment_status_replicas)",
                          null,
                          null,
                          null))));
      Plan plan =
          Plans.of(1, new Mix(Map.of("Browse", 1)), Plans.hold("s", 1, Duration.ofMinutes(1)))
              .watching(List.of(source));
      long origin = System.nanoTime() - Duration.ofSeconds(10).toNanos();
      Map<String, String> environment = Map.of("TOKEN", "very-secret", "SCOPE", "team-seven");
      ResourceWatch.start(plan, () -> System.nanoTime() - origin, folder, environment::get)
          .orElseThrow()
          .close();

      List<ResourceSample> samples = new ArrayList<>();
      ResourceLog.read(folder.resolve(ResourceLog.FILE_NAME), samples::add);
      assertThat(samples).hasSizeGreaterThanOrEqualTo(10); // more when its start took long
      assertThat(samples)
          .allSatisfy(
              sample ->
                  assertThat(sample.readings())
                      .containsExactly(new Reading("replicas", Unit.COUNT, 3, null, null)));
      assertThat(server.headers().get(0).getFirst("Authorization")).isEqualTo("Bearer very-secret");
      assertThat(server.headers().get(0).getFirst("X-Scope")).isEqualTo("team-seven");
      assertThat(Files.readString(folder.resolve(ResourceLog.FILE_NAME)))
          .doesNotContain("very-secret")
          .doesNotContain("team-seven");
    }
  }

  @Test
  void aSecretDoesNotFollowARedirect() throws Exception {
    AtomicInteger elsewhere = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 4);
    server.createContext(
        "/api/v1/query_range",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/other");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.createContext(
        "/other",
        exchange -> {
          elsewhere.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    PrometheusServer asked =
        new PrometheusServer(
            "http://127.0.0.1:" + server.getAddress().getPort(),
            Map.of("Authorization", "Bearer very-secret"),
            WAIT);
    assertThatIOException()
        .isThrownBy(() -> asked.range("up", new Times(0, 5_000, 5_000)))
        .withMessageContaining("it answered 307");
    assertThat(elsewhere).hasValue(0);
    server.stop(0);
  }
}
