package io.tideline.reports.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.DriftPlan;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.SampleSoak;
import io.tideline.reports.testkit.SampleSoak.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tickets of what grew. To renew the golden file after a wanted change, run this test with
 * {@code -Dgolden.renew=true} and look at the difference.
 */
class LeakTicketTest {
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "io", "tideline", "reports", "ticket", "leak.md");

  @TempDir Path folder;

  private List<KeptTicket> tickets(Shape shape) throws IOException {
    Run run = new SampleSoak(24, 1, shape).run(folder.resolve("run"), DriftPlan.STANDARD);
    return TicketBook.of(run, Gate.judge(run)).tickets();
  }

  @Test
  void aLeakSaysWhatGrowsHowFastWhenItRunsOutAndWhereToLook() throws IOException {
    List<KeptTicket> tickets = tickets(SampleSoak.LEAKING);

    assertThat(tickets).hasSize(1);
    Ticket ticket = tickets.get(0).ticket();
    assertThat(ticket.kind()).isEqualTo("leak");
    assertThat(ticket.rating().severity()).isEqualTo(Severity.HIGH);
    assertThat(ticket.fixes().get(0)).contains("heap dumps");
    assertThat(ticket.suspicions().get(0)).contains(" KiB for each request");
    String page = TicketPage.text(tickets.get(0), "");
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(GOLDEN, page);
    }
    assertThat(page).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void whatConvergesIsNoTicket() throws IOException {
    assertThat(tickets(SampleSoak.WARMING)).isEmpty();
  }

  @Test
  void responseTimesThatGrowAreADrift() throws IOException {
    Shape slower =
        new Shape() {
          @Override
          public double heap(double hour, double load) {
            return SampleSoak.HEALTHY.heap(hour, load);
          }

          @Override
          public double slower(double hour) {
            return 1 + 0.02 * hour;
          }
        };

    assertThat(tickets(slower))
        .extracting(kept -> kept.ticket().kind())
        .isNotEmpty()
        .containsOnly("drift");
  }
}
