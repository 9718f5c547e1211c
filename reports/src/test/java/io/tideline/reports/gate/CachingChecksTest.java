package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Caching;
import io.tideline.engine.plan.Caching.Judge;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.reply.ReplySample;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.Unit;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.testkit.RunRecords;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachingChecksTest {
  private static final Plan PLAN =
      SampleRun.plan(
          5,
          List.of(
              SampleRun.phase("warm-up", 20, true, 1),
              SampleRun.phase("steady", 60, false, 1),
              SampleRun.phase("burst", 20, false, 1)),
          List.of());

  @TempDir Path folder;

  private Run run(Caching caching) throws IOException {
    return RunRecords.of(folder, PLAN.caching(caching), SampleRun.HEALTHY)
        .consumed(CachingChecksTest::hits)
        .replied(CachingChecksTest::replies)
        .run();
  }

  /** 20 % cold; then 90 % of 10 lookups a second, and in the burst 50 % of 100. */
  private static List<Reading> hits(double at) {
    double share = at < 20 ? 0.2 : at < 80 ? 0.9 : 0.5;
    double lookups = at < 80 ? 10 : 100;
    return List.of(
        new Reading("cache hits timeline", Unit.SHARE, share, null, null),
        new Reading("cache lookups timeline", Unit.PER_SECOND, lookups, null, null));
  }

  /** 1 hit, 2 not modified, 1 miss, 5 silent; nothing but silence in the warm-up. */
  private static ReplySample replies(double at) {
    long told = at <= 20 ? 0 : 1;
    return new ReplySample(
        at, told, told, 2 * told, 5, (long) at, (long) at, 0, 3 * (long) at, (long) at);
  }

  private static Check ratio(Run run) {
    return CachingChecks.of(run).stream()
        .filter(check -> check.metric().equals("hit ratio"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hitsAreWeighedByLookupsAndTheWarmUpIsLeftOut() throws IOException {
    Check check = ratio(run(new Caching(0.5, null, null, Judge.TARGET, null)));
    double hits = 60 * 10 * 0.9 + 20 * 100 * 0.5;
    double lookups = 60 * 10 + 20 * 100;
    assertThat(check.value()).isCloseTo(hits / lookups, within(1e-9));
    assertThat(check.samples()).isEqualTo((long) lookups);
    assertThat(check.status()).isEqualTo(Status.PASS);
    assertThat(check.sentence())
        .isEqualTo(
            "Cache timeline: 59.23 % hits of 2,600 lookups, at least 50 % promised;"
                + " 20 % while it was cold");
  }

  @Test
  void aFloorIsMissedInOnePhaseAndKeptInAnother() throws IOException {
    Check steady = ratio(run(new Caching(0.8, null, "steady", Judge.TARGET, "timeline")));
    assertThat(steady.value()).isCloseTo(0.9, within(1e-9));
    assertThat(steady.status()).isEqualTo(Status.PASS);
    Run run = run(new Caching(0.8, null, "burst", Judge.TARGET, "timeline"));
    assertThat(ratio(run).status()).isEqualTo(Status.FAIL);
    Verdict verdict = Gate.judge(run);
    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    assertThat(verdict.reasons())
        .containsExactly(
            "Cache timeline in burst: 50 % hits of 2,000 lookups, at least 80 % promised;"
                + " 20 % while it was cold");
  }

  @Test
  void moreHitsThanAreBelievedFail() throws IOException {
    Check check = ratio(run(new Caching(0.5, 0.85, "steady", Judge.TARGET, null)));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.limit()).isEqualTo(0.85);
    assertThat(check.sentence()).contains("at most 85 % believed");
  }

  @Test
  void repliesCountTheirOwnHitsAndWhatUsersHadAlready() throws IOException {
    Run run = run(new Caching(0.7, null, null, Judge.REPLIES, null));
    Check check = ratio(run);
    assertThat(check.value()).isEqualTo(0.75);
    assertThat(check.samples()).isEqualTo(4 * 80);
    assertThat(check.status()).isEqualTo(Status.PASS);
    Path file = Files.writeString(folder.resolve("again.json"), RunJson.text(run));
    assertThat(RunReader.read(file).replies()).isEqualTo(run.replies());
    assertThat(Objects.requireNonNull(run.replies()).silent().stream().mapToLong(i -> i).sum())
        .isEqualTo(500);
  }

  @Test
  void whatNobodyTellsIsNoPass() throws IOException {
    Caching caching = new Caching(0.5, null, null, Judge.TARGET, "thumbnails");
    assertThat(ratio(run(caching)).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(ratio(run(caching)).sentence())
        .isEqualTo("Cache: the target tells of none called thumbnails; there are timeline");
    Run silent =
        RunRecords.of(
                folder,
                PLAN.caching(new Caching(0.5, null, null, Judge.REPLIES, null)),
                SampleRun.HEALTHY)
            .run();
    assertThat(ratio(silent).sentence()).startsWith("Cache: no reply of the journeys said");
    assertThat(Gate.judge(silent).result()).isEqualTo(Result.INVALID);
  }

  @Test
  void aRunWhoseSessionsShareAccountsProvesNothing() throws IOException {
    Run run =
        RunRecords.of(
                folder,
                PLAN.caching(new Caching(null, null, null, Judge.REPLIES, null)),
                SampleRun.HEALTHY)
            .replied(at -> new ReplySample(at, 0, 0, 0, 1, 1000, 997, 3, 5000, 1000))
            .run();
    Verdict verdict = Gate.judge(run);
    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons())
        .containsExactly(
            "1,000 sessions with about 997 accounts, 3 of them while another used the same"
                + " account; 5,000 reads asked for about 1,000 addresses; give each user an"
                + " account of its own, or hits are none of users");
  }

  @Test
  void aPlanThatPromisesNothingOfCachesHasNoSuchCheck() throws IOException {
    Run run =
        RunRecords.of(folder, PLAN, SampleRun.HEALTHY).consumed(CachingChecksTest::hits).run();
    assertThat(CachingChecks.of(run)).isEmpty();
  }
}
