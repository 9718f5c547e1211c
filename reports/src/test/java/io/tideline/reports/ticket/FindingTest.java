package io.tideline.reports.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ticket says of a run whose target did what the test says. */
class FindingTest {
  @TempDir Path folder;

  private List<Ticket> tickets(TargetModel target, Slo... slos) throws IOException {
    return TicketRuns.book(folder.resolve("run"), target, slos).tickets().stream()
        .map(KeptTicket::ticket)
        .toList();
  }

  private Ticket only(TargetModel target, Slo... slos) throws IOException {
    List<Ticket> tickets = tickets(target, slos);
    assertThat(tickets).hasSize(1);
    return tickets.get(0);
  }

  @Test
  void aRunThatPassesHasNoTicketAndClearsEachCheck() throws IOException {
    TicketBook book =
        TicketRuns.book(folder.resolve("run"), TicketRuns.FAST, TicketRuns.P95, TicketRuns.ERRORS);

    assertThat(book.tickets()).isEmpty();
    assertThat(book.cleared()).hasSizeGreaterThan(2).extracting(Cleared::said).doesNotContain("");
  }

  @Test
  void oneSlowRequestAmongManyIsNamed() throws IOException {
    Ticket ticket = only(TicketRuns.SLOW_SAVE, TicketRuns.P95, TicketRuns.ERRORS);

    assertThat(ticket.kind()).isEqualTo("latency");
    assertThat(ticket.title()).isEqualTo("All requests: p95 above 100 ms in smoke on stand-in");
    assertThat(ticket.suspicions())
        .anySatisfy(
            suspicion ->
                assertThat(suspicion)
                    .isEqualTo(
                        "Only 1 of 5 kinds of requests are above the limit:"
                            + " Create memory / Save memory"));
    assertThat(ticket.fixes().get(0))
        .isEqualTo("Trace the slowest first: Create memory / Save memory");
    assertThat(ticket.rating().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(ticket.rating().reach()).isEqualTo(1);
  }

  @Test
  void aLatencyThatGrowsWithTheLoadIsSuspectedOfIt() throws IOException {
    Ticket ticket = only(TicketRuns.SLOW_BURST, TicketRuns.P95, TicketRuns.ERRORS);

    assertThat(ticket.suspicions())
        .anyMatch(
            suspicion ->
                suspicion.equals(
                    "It is slowest in burst and fastest in before, where fewer requests come: it"
                        + " grows with the load"))
        .anyMatch(suspicion -> suspicion.startsWith("All 5 kinds of requests are above"));
    assertThat(ticket.evidence())
        .anyMatch(fact -> fact.startsWith("before: p95 20 ms, "))
        .anyMatch(fact -> fact.startsWith("burst: p95 250 ms, "));
  }

  @Test
  void aMissWithinTheLuckOfItsSampleIsDoubtful() throws IOException {
    TargetModel justAbove = (request, second, random) -> random.nextInt(1_000) < 55 ? 120 : 20;

    Ticket ticket = only(justAbove, TicketRuns.P95, TicketRuns.ERRORS);

    assertThat(ticket.rating().sureness()).isEqualTo(Sureness.DOUBTFUL);
    assertThat(ticket.rating().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(ticket.rating().priority()).isEqualTo(Priority.P4);
  }

  @Test
  void aScopeTouchesTheUsersOfItsJourneysOnly() throws IOException {
    Slo save = new Slo(new Scope(null, "Save memory", null), Metric.P95, 100);

    Ticket ticket = only(TicketRuns.SLOW_SAVE, save, TicketRuns.ERRORS);

    assertThat(ticket.rating().reach()).isEqualTo(0.25);
    assertThat(ticket.rating().priority()).isEqualTo(Priority.P2);
    assertThat(ticket.evidence().get(0)).startsWith("It touches 25 % of the users and ");
  }

  @Test
  void errorsAreToldBySortAndMessage() throws IOException {
    Ticket ticket = only(TicketRuns.FAILING, TicketRuns.P95, TicketRuns.ERRORS);

    assertThat(ticket.kind()).isEqualTo("errors");
    assertThat(ticket.title()).isEqualTo("All requests: more than 1 % errors in smoke on stand-in");
    assertThat(ticket.suspicions())
        .singleElement()
        .asString()
        .matches("(\\d+) of \\1 failures are of one sort: answers of 500 mean that the .*");
    assertThat(ticket.evidence())
        .anyMatch(
            fact ->
                fact.matches(
                    "\\d+ failures of .* between second .*: status.find.in\\(200\\), but"
                        + " actually found 500"));
    assertThat(ticket.rating().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void failuresWithinAMomentAreSuspectedOfAnEvent() throws IOException {
    Ticket ticket = only(TicketRuns.FAILING_FOR_A_MOMENT, TicketRuns.P95, TicketRuns.ERRORS);

    assertThat(ticket.suspicions())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("All failures lie between second 30.")
        .contains("something happened then");
  }

  @Test
  void aGeneratorThatWasLateGetsATicketAndTheTargetNone() throws IOException {
    SampleRun late =
        SampleRun.of(
            TicketRuns.plan(TicketRuns.P95, TicketRuns.ERRORS),
            TicketRuns.SLOW_SAVE,
            Duration.ofMillis(80));

    TicketBook book = TicketRuns.book(late, folder.resolve("run"));

    assertThat(book.tickets())
        .isNotEmpty()
        .extracting(kept -> kept.ticket().kind())
        .containsOnly("generator");
    assertThat(book.tickets().get(0).ticket().evidence())
        .anyMatch(fact -> fact.startsWith("before: 200 of 200 due users started, lag p99 80 ms"));
    assertThat(book.cleared()).isEmpty();
  }

  @Test
  void recordsThatContradictEachOtherAreNotTheGenerators() throws IOException {
    SampleRun sample =
        SampleRun.of(TicketRuns.plan(TicketRuns.ERRORS), TicketRuns.FAST, Duration.ZERO);
    Path health = sample.writeTo(folder.resolve("run")).resolve("tideline/generator.jsonl");
    Files.delete(health);
    assertThat(records().fixes().get(0)).contains("generator.jsonl");

    Path starts = sample.writeTo(folder.resolve("run")).resolve("tideline/starts.log");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(starts));
    Files.write(starts, bytes.putLong(8, bytes.getLong(8) + 60_000).array());
    Ticket clock = records();
    assertThat(clock.title()).startsWith("The records are on different clocks: ");
    assertThat(clock.evidence()).anyMatch(fact -> fact.contains("60.000 s earlier"));
  }

  private Ticket records() throws IOException {
    return TicketRuns.of(folder.resolve("run")).tickets().stream()
        .map(KeptTicket::ticket)
        .filter(ticket -> ticket.kind().equals("records"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSliceAloneOpensNoTicketForBeingOne() throws IOException {
    Plan plan = TicketRuns.plan(TicketRuns.P95, TicketRuns.ERRORS);
    ObjectNode tree = PlanJson.tree(plan);
    ((ObjectNode) tree.get("load")).putObject("slice").put("index", 0).put("of", 40);
    Plan slice = PlanJson.of(tree, "slice");

    SampleRun healthy = SampleRun.of(slice, TicketRuns.FAST, Duration.ZERO);
    assertThat(TicketRuns.book(healthy, folder.resolve("run")).tickets()).isEmpty();

    SampleRun late = SampleRun.of(slice, TicketRuns.FAST, Duration.ofMillis(80));
    assertThat(TicketRuns.book(late, folder.resolve("late")).tickets())
        .isNotEmpty()
        .extracting(kept -> kept.ticket().kind())
        .containsOnly("generator");
  }

  @Test
  void aLogThatWasCutOffGetsATicketOfItsOwn() throws IOException {
    SampleRun sample =
        SampleRun.of(TicketRuns.plan(TicketRuns.ERRORS), TicketRuns.FAST, Duration.ZERO);
    Path run = sample.writeTo(folder.resolve("run"));
    byte[] log = Files.readAllBytes(run.resolve("simulation.log"));
    Files.write(run.resolve("simulation.log"), Arrays.copyOf(log, log.length / 2));

    TicketBook book = TicketRuns.of(run);

    Ticket ticket = book.tickets().get(0).ticket();
    assertThat(ticket.kind()).isEqualTo("incomplete");
    assertThat(ticket.title()).isEqualTo("The run did not come to its end: smoke on stand-in");
    assertThat(ticket.suspicions().get(0)).startsWith("The records stop in the middle");
  }

  @Test
  void tooLittleDataSaysHowMuchLongerTheRunWouldHaveToBe() throws IOException {
    Slo p999 = new Slo(new Scope("Create memory", null, null), Metric.P999, 1_000);

    Ticket ticket = only(TicketRuns.FAST, p999, TicketRuns.ERRORS);

    assertThat(ticket.kind()).isEqualTo("insufficient");
    assertThat(ticket.fixes().get(0)).matches("Run \\d+\\.\\d times as long, or at as many .*");
  }

  @Test
  void theCommandRepeatsTheRun() throws IOException {
    Ticket ticket = only(TicketRuns.SLOW_SAVE, TicketRuns.P95, TicketRuns.ERRORS);

    assertThat(ticket.reproduction())
        .isEqualTo("mvn gatling:test -Dscenario=smoke -Dseed=42 -Drate=10 -Dduration=40s");
  }

  @Test
  void eachKindHasItsRunbook() {
    for (Class<?> kind : Finding.class.getPermittedSubclasses()) {
      String name = FindingKinds.nameOf(kind);
      assertThat(Path.of("..", "docs", "runbooks", name + ".md")).as(name).isRegularFile();
    }
  }
}
