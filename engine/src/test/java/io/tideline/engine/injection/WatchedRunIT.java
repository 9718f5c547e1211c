package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.reply.ReplyLog;
import io.tideline.engine.reply.ReplySample;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.engine.schedule.StartLog.Ending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What watches over a run besides its users: its disk, and what replies tell of caches. */
class WatchedRunIT extends ProbedRun {
  @Test
  void aRunStopsBeforeItsDiskIsFullAndKeepsWhatItHas() throws Exception {
    long free = Files.getFileStore(results).getUsableSpace();
    Path log =
        finished(
            gatling("probe.rate=50", "probe.seconds=60", "probe.keepFree=" + 2 * free),
            Ending.STOPPED);

    List<RunEvent> events = new EventLog(log.resolveSibling(EventLog.FILE_NAME)).read();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).kind()).isEqualTo(Kind.STOP);
    assertThat(events.get(0).reason())
        .matches("disk: \\d+ MiB are free .* \\d+ MiB are to be left");
    assertThat(events.get(0).atNanos()).isLessThan(TimeUnit.SECONDS.toNanos(20));
    assertThat(visits.size()).isBetween(20, 2_000);
  }

  @Test
  void repliesAreCountedForAPlanThatPromisesSomethingOfACacheAndForNoOther() throws Exception {
    Path log =
        finished(
            gatling("probe.rate=50", "probe.seconds=3", "probe.caching=true"), Ending.COMPLETED);
    List<ReplySample> samples = new ArrayList<>();
    ReplyLog.read(log.resolveSibling(ReplyLog.FILE_NAME), samples::add);
    assertThat(samples.stream().mapToLong(ReplySample::hits).sum()).isEqualTo(150);
    ReplySample last = samples.get(samples.size() - 1);
    assertThat(last.reads()).isEqualTo(150);
    assertThat(last.addresses()).isBetween(147L, 153L);

    Path other = finished(gatling("probe.rate=50", "probe.seconds=2"), Ending.COMPLETED);
    assertThat(other.resolveSibling(ReplyLog.FILE_NAME)).doesNotExist();
  }
}
