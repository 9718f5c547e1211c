package io.tideline.reports.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Earlier;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.RegressionChecks;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.RunSeries;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegressionTicketTest {
  private static final TargetModel SLOWER =
      (request, second, random) -> {
        int millis = SampleRun.HEALTHY.answer(request, second, random);
        return request.equals("Open memory") ? 2 * millis : millis;
      };

  @TempDir Path folder;

  @Test
  void aSlowerRequestIsATicketAndWhatItDragsAlongIsNot() {
    RunSeries nights = new RunSeries(folder);
    List<Run> accepted = nights.next(8, SampleRun.HEALTHY);
    Earlier earlier =
        Earlier.of(
            accepted, BandSettings.STANDARD.calibrated(RegressionChecks.calibrate(accepted)));
    Run run = nights.next(SLOWER);

    TicketBook suspected = TicketBook.of(run, Gate.judge(run, earlier));
    TicketBook confirmed =
        TicketBook.of(run, Gate.judge(run, earlier.confirmedBy(nights.next(3, SLOWER))));

    assertThat(suspected.tickets())
        .extracting(kept -> kept.ticket().kind())
        .containsExactly("suspicion");
    assertThat(confirmed.tickets())
        .extracting(kept -> kept.ticket().title())
        .containsExactlyInAnyOrder(
            "Browse timeline / Open memory: p50 worse than in earlier runs of smoke on stand-in",
            "Browse timeline / Open memory: p95 worse than in earlier runs of smoke on stand-in");
    Ticket ticket = confirmed.tickets().get(0).ticket();
    assertThat(ticket.kind()).isEqualTo("regression");
    assertThat(ticket.rating().severity()).isEqualTo(Severity.HIGH);
    assertThat(ticket.evidence()).anyMatch(fact -> fact.startsWith("Earlier runs, the oldest"));
  }
}
