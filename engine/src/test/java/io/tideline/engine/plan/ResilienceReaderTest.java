package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.plan.Resilience.Steady;
import io.tideline.engine.plan.Resilience.Window;
import io.tideline.engine.plan.Slo.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResilienceReaderTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(Map.of("Browse", new Catalogue.Entry(List.of("Open"), 5)));
  private static final String SCENARIO =
      """
      defaults { mix { Browse = 1 } }
      environments { here { base-url = "http://localhost:8080", hosts = ["localhost", "127.0.0.1"] } }
      scenarios { broken {
        phases = [ { name = warm, hold = 1, lasts = 10 s, warm-up = true }, { name = main, hold = 1, lasts = 5 m } ]
        slos = [ { errors = 20 %% } ]
        proxies = [ { name = database, upstream = "localhost:5432", protocol = postgresql } ]
        faults = [ { name = frozen, at = 1 m, lasts = 20 s, %s } ]
        %s
      } }
      """;
  private static final String FROZEN = "process { pid = 4711, do = stop }";
  private static final String ALL =
      """
      resilience {
        recovery-within = 30 s
        longest-call = 5 s
        amplification = 1.5
        dependency = [database]
        breaker { name = db, on = [frozen], opens-within = 5 s, closes-within = 15 s, probes = 10, transitions = "/transitions" }
        shedding { refused = 80 %, within = 500 ms }
        lost-writes = 0
        duplicated-writes = 1
        steady { intervals = 3, errors = 2 %, latency = 2, rate = 60 % }
        windows {
          before = [ { p95 = 300 ms, errors = 1 % } ]
          during = [ { fault = frozen, journey = Browse, errors = 10 %, shows = failover } ]
        }
      }
      """;

  @TempDir Path folder;

  private Plan read(String fault, String promises) throws IOException {
    Path file = folder.resolve("plan.conf");
    Files.writeString(file, SCENARIO.formatted(fault, promises));
    Options options = new Options(Map.of("scenario", "broken", "env", "here"), Map.of());
    return new PlanReader(CATALOGUE, options).read(file);
  }

  @Test
  void everyPromiseIsRead() throws Exception {
    Resilience resilience = read(FROZEN, ALL).resilience();

    assertThat(resilience.recoveryWithin()).isEqualTo(Duration.ofSeconds(30));
    assertThat(resilience.longestCall()).isEqualTo(Duration.ofSeconds(5));
    assertThat(resilience.amplification())
        .isEqualTo(new Resilience.Amplification(List.of("database"), 1.5));
    assertThat(resilience.breaker().opensOn("frozen")).isTrue();
    assertThat(resilience.breaker().probes()).isEqualTo(10);
    assertThat(resilience.shedding().refused()).isEqualTo(0.8);
    assertThat(resilience.writes()).isEqualTo(new Resilience.Writes(0L, 1L));
    assertThat(resilience.steady()).isEqualTo(new Steady(3, 0.02, 2, 0.6));
    assertThat(resilience.slos())
        .extracting(each -> each.window(), each -> each.fault(), each -> each.slo().metric())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Window.BEFORE, null, Metric.P95),
            org.assertj.core.groups.Tuple.tuple(Window.BEFORE, null, Metric.ERRORS),
            org.assertj.core.groups.Tuple.tuple(Window.DURING, "frozen", Metric.ERRORS));
    assertThat(resilience.slos().get(2).shows()).isEqualTo("failover");
  }

  @Test
  void aPlanWithPromisesIsReadBackAsItWasWritten() throws Exception {
    Plan plan = read(FROZEN, ALL);
    Path file = folder.resolve("plan.json");

    PlanJson.write(plan, file);

    assertThat(PlanJson.read(file)).isEqualTo(plan);
  }

  @Test
  void nothingIsPromisedUnlessItIsWritten() throws Exception {
    assertThat(read(FROZEN, "").resilience()).isNull();
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    FROZEN,
                    """
                    resilience {
                      amplification = 2, dependency = [cache], steady { latency = 0.5 }
                      breaker { on = [melted], probes = 3 }
                      windows { during = [ { fault = melted, errors = 5 % } ], before = [ { fault = frozen, p95 = 1 s } ] }
                    }
                    """))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("there is no proxy \"cache\"")
        .hasMessageContaining("is a factor of 1 or more")
        .hasMessageContaining("there is no fault \"melted\"; there are frozen")
        .hasMessageContaining("a breaker is watched by the list of its transitions")
        .hasMessageContaining("only the list of transitions tells them")
        .hasMessageContaining("the time before is that before the first fault");
  }

  @Test
  void podsAreReadWithTheirFloor() throws Exception {
    PodFault pods =
        (PodFault)
            read(
                    "pods { namespace = memories, labels { app = api }, do = kill, share = 50 %,"
                        + " grace = 0 s }",
                    "")
                .faults()
                .faults()
                .get(0)
                .spec();

    assertThat(pods.floor()).isEqualTo(1);
    assertThat(pods.meant(3)).isEqualTo(2);
    assertThat(pods.labels()).isEqualTo(Map.of("app", "api"));
    assertThat(pods.inWords()).isEqualTo("kill 50 % of the pods with {app=api} in memories");
  }

  @Test
  void podsWithoutLabelsOrNumberAreRefused() {
    assertThatThrownBy(() -> read("pods { namespace = memories, do = kill }", ""))
        .hasMessageContaining("without labels it would be every pod")
        .hasMessageContaining("either count = 1 or share = 50 %");
  }
}
