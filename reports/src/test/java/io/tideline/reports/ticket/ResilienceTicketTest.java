package io.tideline.reports.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.gate.Gate;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.SampleFaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResilienceTicketTest {
  @TempDir Path folder;

  private List<Ticket> tickets() throws Exception {
    Run run = new ResultsFolder(folder).read().run();
    return TicketBook.of(run, Gate.judge(run)).tickets().stream().map(KeptTicket::ticket).toList();
  }

  @Test
  void aTargetThatCopesHasNoTicket() throws Exception {
    SampleFaults.write(folder, SampleFaults.PROTECTED, SampleFaults.promises());

    assertThat(tickets()).isEmpty();
  }

  @Test
  void eachProtectionThatIsMissingIsATicketOfItsKind() throws Exception {
    SampleFaults.write(
        folder,
        (request, at, random) -> at >= SampleFaults.START && at < 50 ? -9_000 : 20,
        SampleFaults.promises());
    SampleFaults.attempts(folder, 40);
    SampleFaults.writes(folder, 2, 1);
    Files.writeString(folder.resolve("tideline").resolve("transitions.json"), "[]");

    assertThat(tickets())
        .extracting(Ticket::kind)
        .contains("recovery", "timeouts", "retries", "breaker", "shedding", "writes");
  }

  @Test
  void lostWritesAreCriticalAndNamed() throws Exception {
    SampleFaults.write(folder, SampleFaults.PROTECTED, SampleFaults.promises());
    SampleFaults.writes(folder, 2, 0);

    Ticket ticket = tickets().get(0);

    assertThat(ticket.rating().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(ticket.evidence()).anyMatch(fact -> fact.startsWith("lost: memory 7"));
    assertThat(ticket.suspicions()).anyMatch(why -> why.contains("replication is asynchronous"));
  }

  @Test
  void aFaultThatNeverEndedIsATicketOnTheExperiment() throws Exception {
    SampleFaults.write(folder, SampleFaults.PROTECTED, SampleFaults.promises());
    SampleFaults.events(folder, null);

    assertThat(tickets()).extracting(Ticket::kind).contains("faults");
  }
}
