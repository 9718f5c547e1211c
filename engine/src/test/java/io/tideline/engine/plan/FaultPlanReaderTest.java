package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideline.engine.plan.NetworkFault.Direction;
import io.tideline.engine.plan.NetworkFault.Of;
import io.tideline.engine.plan.ProcessFault.Action;
import io.tideline.engine.plan.ProxySpec.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultPlanReaderTest {
  private static final String START =
      """
      defaults { mix { Browse = 1 }, slos = [ { errors = 2 % } ] }
      scenarios { broken {
        phases = [
          { name = warm-up, hold = 1, lasts = 1 m, warm-up = true }
          { name = before, hold = 1, lasts = 2 m }
          { name = during, hold = 1, lasts = 1 m }
          { name = after, hold = 1, lasts = 2 m }
        ]
        proxies = [
          { name = db, upstream = "127.0.0.1:5432", protocol = postgresql }
          { name = front, listen = "127.0.0.1:8081", upstream = target, protocol = http }
        ]
      """;

  private static final String FAULTS =
      """
        guards { errors = 80 %, for = 5 s, free-memory = 64 MiB }
        faults = [
          { name = later, at = 4 m, lasts = 30 s, process { pid-file = "p.pid", do = stop, tree = true } }
          { name = slow, at = 3 m, lasts = 30 s, lease = 2 m,
            network { proxy = db, latency = 200 ms, jitter = 50 ms, share = 50 %, direction = both } }
          { name = refused, at = 3 m, lasts = 1 s, network { proxy = front, status = 503, share = 10 % } }
        ]
      """;

  @TempDir Path folder;

  @Test
  void faultsAreReadInOrderOfTheirBegin() {
    FaultPlan plan = read(START + FAULTS + "} }").faults();

    assertThat(plan.faults())
        .extracting(PlannedFault::name)
        .containsExactly("slow", "refused", "later");
    PlannedFault slow = plan.faults().get(0);
    assertThat(slow.lease()).isEqualTo(Duration.ofMinutes(2));
    assertThat(slow.spec())
        .isEqualTo(
            new NetworkFault(
                "db",
                new NetworkTrouble.Latency(Duration.ofMillis(200), Duration.ofMillis(50)),
                Direction.BOTH,
                0.5,
                Of.CONNECTIONS));
    assertThat(slow.spec().inWords())
        .isEqualTo("latency of 200 ms and jitter of 50 ms for 50 % of connections at proxy db");
    assertThat(plan.faults().get(1).spec())
        .isEqualTo(
            new NetworkFault(
                "front", new NetworkTrouble.Status(503), Direction.DOWN, 0.1, Of.REQUESTS));
    assertThat(plan.faults().get(2).lease()).isEqualTo(Duration.ofMinutes(1));
    assertThat(plan.faults().get(2).spec())
        .isEqualTo(new ProcessFault(null, "p.pid", null, Action.STOP, true, List.of()));
    assertThat(plan.proxies())
        .contains(new ProxySpec("db", "127.0.0.1:0", "127.0.0.1:5432", Protocol.POSTGRESQL));
    assertThat(plan.guards()).isEqualTo(new FaultGuards(0.8, Duration.ofSeconds(5), 64 << 20));
  }

  @Test
  void timesKeepTheirPlacesInPhasesThatAreStretchedAndCompressed() {
    String text = START + FAULTS + "} }";

    PlannedFault stretched = read(text, "duration", "10m").faults().faults().get(0);
    assertThat(stretched.at()).isEqualTo(Duration.ofMinutes(5));
    assertThat(stretched.lasts()).isEqualTo(Duration.ofMinutes(1));
    PlannedFault compressed = read(text, "speedup", "10").faults().faults().get(0);
    assertThat(compressed.at()).isEqualTo(Duration.ofSeconds(18));
    assertThat(compressed.lasts()).isEqualTo(Duration.ofSeconds(3));
    assertThat(compressed.lease()).as("on the real clock").isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aPlanWithFaultsIsTheSameAfterItWasWritten() throws Exception {
    String more =
        """
          faults = [
            { name = a, at = 2 m, lasts = 1 s, command { begin = [ "a", "b" ], end = [ "c" ] } }
            { name = b, at = 2 m, lasts = 1 s, http { begin { url = "http://localhost/x", body = "{}" } } }
            { name = c, at = 2 m, lasts = 1 s, process { pid = 7, do = kill, restart = [ "run" ] } }
            { name = d, at = 2 m, lasts = 1 s, network { proxy = db, bandwidth = 64 KiB } }
            { name = e, at = 2 m, lasts = 1 s, network { proxy = db, black-hole = true } }
            { name = f, at = 2 m, lasts = 1 s, network { proxy = db, reset = true, after = 250 ms } }
            { name = g, at = 2 m, lasts = 1 s, network { proxy = db, slow-close = 1 s } }
            { name = h, at = 2 m, lasts = 1 s, network { proxy = db, cut-after = 1 KiB } }
            { name = i, at = 2 m, lasts = 1 s, network { proxy = db, slices = 64 B, every = 5 ms } }
            { name = j, at = 2 m, lasts = 1 s, network { proxy = db, down = true } }
            { name = k, at = 2 m, lasts = 1 s, network { proxy = front, delay = 1 s } }
            { name = l, at = 2 m, lasts = 1 s, network { proxy = front, truncate = 10 B, of = connections } }
          ]
        } }
        """;
    Plan plan = read(START + more);
    assertThat(plan.faults().faults()).hasSize(12);

    PlanJson.write(plan, folder.resolve("plan.json"));

    assertThat(PlanJson.read(folder.resolve("plan.json"))).isEqualTo(plan);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    String wrong =
        """
          proxies += { name = far, upstream = "db.example:5432" }
          faults = [
            { name = early, at = 30 s, lasts = 1 s, network { proxy = db, reset = true } }
            { name = late, at = 5 m, lasts = 2 m, network { proxy = none, reset = true } }
            { name = late, at = 2 m, lasts = 1 m, lease = 1 s, network { proxy = db, status = 500 } }
            { name = two, at = 2 m, lasts = 1 m, process { pid = 1, pid-file = a, do = hurt } }
            { name = away, at = 2 m, lasts = 1 m, http { begin { url = "http://other.example/" } } }
            { name = nothing, at = 2 m, lasts = 1 m }
            { name = more, at = 2 m, lasts = 1 m, network { proxy = db, down = true, jitter = 1 ms, after = 1 s } }
          ]
        } }
        """;

    assertThat(problems(START + wrong))
        .anySatisfy(p -> assertThat(p).contains("upstream").contains("db.example may not be asked"))
        .anySatisfy(p -> assertThat(p).contains("after", "goes with reset only"))
        .anySatisfy(p -> assertThat(p).contains("comes after the warm-up's end"))
        .anySatisfy(p -> assertThat(p).contains("would end after the last phase"))
        .anySatisfy(p -> assertThat(p).contains("there is no proxy \"none\"; there are db, front"))
        .anySatisfy(p -> assertThat(p).contains("give it protocol = http"))
        .anySatisfy(p -> assertThat(p).contains("lease").contains("shorter"))
        .anySatisfy(p -> assertThat(p).contains("exactly one of pid, pid-file and command"))
        .anySatisfy(p -> assertThat(p).contains("kill, terminate or stop"))
        .anySatisfy(p -> assertThat(p).contains("other.example may not be asked"))
        .anySatisfy(p -> assertThat(p).contains("goes with latency only"))
        .anySatisfy(p -> assertThat(p).contains("a fault needs exactly one of"));
  }

  private Plan read(String text, String... option) {
    Map<String, String> options = new java.util.HashMap<>(Map.of("scenario", "broken"));
    for (int i = 0; i < option.length; i += 2) {
      options.put(option[i], option[i + 1]);
    }
    try {
      Path file = Files.writeString(folder.resolve("plan.conf"), text);
      return new PlanReader(Catalogue.any(), new Options(options, Map.of())).read(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> problems(String text) {
    PlanException refused = catchThrowableOfType(PlanException.class, () -> read(text));
    assertThat(refused).as("the plan must be refused").isNotNull();
    return refused.getMessage().lines().toList();
  }
}
