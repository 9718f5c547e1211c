package io.tideline.reports.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Caching;
import io.tideline.engine.plan.Caching.Judge;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scaling;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.reply.ReplySample;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.Unit;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.RunRecords;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets on caches, replicas and sessions, and what they suspect. */
class BehaviourTicketTest {
  private static final Plan PLAN =
      SampleRun.plan(
          10,
          List.of(
              SampleRun.phase("warm-up", 20, true, 1),
              SampleRun.phase("low", 60, false, 1),
              SampleRun.phase("high", 60, false, 3)),
          List.of());

  @TempDir Path folder;

  private static Ticket only(Run run) {
    List<KeptTicket> tickets = TicketBook.of(run, Gate.judge(run)).tickets();
    assertThat(tickets).hasSize(1);
    return tickets.get(0).ticket();
  }

  @Test
  void aCacheThatDoesNotWarmUpIsSuspectedOfIt() throws IOException {
    Caching caching = new Caching(0.8, null, null, Judge.TARGET, null);
    Run run =
        RunRecords.of(folder, PLAN.caching(caching), SampleRun.HEALTHY)
            .consumed(
                at -> List.of(new Reading("cache hits timeline", Unit.SHARE, 0.31, null, null)))
            .run();
    Ticket ticket = only(run);
    assertThat(ticket.kind()).isEqualTo("caching");
    assertThat(ticket.title()).isEqualTo("Hits of the cache below 80 % in smoke on stand-in");
    assertThat(ticket.rating().severity())
        .as("69 % go past the cache instead of 20 %: 3.45 times as many")
        .isEqualTo(Severity.CRITICAL);
    assertThat(ticket.evidence()).contains("Hits of timeline: warm-up 31 %, low 31 %, high 31 %");
    assertThat(ticket.suspicions().get(0))
        .startsWith("Cache timeline had 31 % when warm and 31 % when cold: it hardly warms up");
  }

  @Test
  void aCacheOfWhichNothingWasPromisedIsNotSuspected() throws IOException {
    Caching caching = new Caching(0.8, null, null, Judge.TARGET, "timeline");
    Run run =
        RunRecords.of(folder, PLAN.caching(caching), SampleRun.HEALTHY)
            .consumed(
                at ->
                    List.of(
                        new Reading("cache hits sessions", Unit.SHARE, 1, null, null),
                        new Reading(
                            "cache hits timeline", Unit.SHARE, at < 20 ? 0.1 : 0.5, null, null)))
            .run();
    Ticket ticket = only(run);
    assertThat(ticket.evidence())
        .contains("Hits of sessions: warm-up 100 %, low 100 %, high 100 %");
    assertThat(ticket.suspicions()).noneMatch(each -> each.contains("sessions"));
  }

  @Test
  void replicasThatNeverChangeAreToldWithWhenTheLoadRose() throws IOException {
    Scaling scaling = new Scaling("replicas", Duration.ofSeconds(20), null, null, null);
    Run run =
        RunRecords.of(folder, PLAN.scaling(scaling), SampleRun.HEALTHY)
            .consumed(at -> List.of(new Reading("replicas", Unit.COUNT, 2, null, null)))
            .run();
    List<Ticket> tickets =
        TicketBook.of(run, Gate.judge(run)).tickets().stream().map(KeptTicket::ticket).toList();
    Ticket ticket =
        tickets.stream().filter(each -> each.kind().equals("scaling")).findFirst().orElseThrow();
    assertThat(ticket.title()).isEqualTo("Did not scale out in time in smoke on stand-in");
    assertThat(ticket.evidence())
        .contains(
            "The load rose from 10 to 30 new users per second, from second 79 to 80",
            "Replicas: 2 before, 2 at most");
    assertThat(ticket.suspicions().get(0)).startsWith("Replicas never changed while the load did");
  }

  @Test
  void sharedAccountsAreATicketOfTheirOwn() throws IOException {
    Run run =
        RunRecords.of(
                folder,
                PLAN.caching(new Caching(null, null, null, Judge.REPLIES, null)),
                SampleRun.HEALTHY)
            .replied(at -> new ReplySample(at, 0, 0, 0, 9, 100, 50, 50, 0, 0))
            .run();
    Ticket ticket = only(run);
    assertThat(ticket.kind()).isEqualTo("sessions");
    assertThat(ticket.rating().sureness()).isEqualTo(Sureness.SURE);
  }

  @Test
  void aBrokenPromiseOnLatencyNamesTheResourceThatMovedWithIt() throws IOException {
    Slo slow = new Slo(new Scope(null, null, "high"), Metric.P95, 100);
    Plan plan =
        SampleRun.plan(
            20,
            List.of(SampleRun.phase("low", 60, false, 1), SampleRun.phase("high", 120, false, 1)),
            List.of(slow));
    Run run =
        RunRecords.of(
                folder,
                plan,
                (request, second, random) ->
                    (int) (20 + (second > 60 ? 150 * wave(second) : 0) + random.nextInt(10)))
            .consumed(
                at ->
                    List.of(
                        new Reading("pool", Unit.COUNT, at > 60 ? 8 * wave(at) : 1, 100.0, null)))
            .run();
    assertThat(only(run).suspicions())
        .anySatisfy(
            said ->
                assertThat(said)
                    .startsWith("In high: no resource was at its limit; what moves most with p")
                    .contains(" is pool, ")
                    .contains("a correlation, not a cause"));
  }

  private static double wave(double second) {
    return 0.5 - 0.5 * Math.cos(2 * Math.PI * second / 12);
  }
}
