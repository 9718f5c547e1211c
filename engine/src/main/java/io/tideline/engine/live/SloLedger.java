package io.tideline.engine.live;

import io.tideline.engine.plan.Slo;
import io.tideline.engine.schedule.LateLog.LateRequest;
import io.tideline.engine.simlog.LogPath;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How each SLO of a run stands so far. It counts what the gate will count at the end, times from
 * the intended start included, with one exception: a request that could not be sent counts for its
 * name but for no journey. One thread at a time.
 */
final class SloLedger implements SimulationLogListener {
  private final List<Slo> slos;
  private final LogPhases phases;
  private List<SloTally> tallies;

  /** The tallies that are about a path, by its number. */
  private @Nullable SloTally[][] byPath = {};

  SloLedger(List<Slo> slos, LogPhases phases) {
    this.slos = List.copyOf(slos);
    this.phases = phases;
    this.tallies = fresh();
  }

  private List<SloTally> fresh() {
    return slos.stream().map(SloTally::new).toList();
  }

  @Override
  public void run(RunRecord run) {
    tallies = fresh();
    byPath = new SloTally[0][];
  }

  @Override
  public void request(RequestRecord request) {
    SloTally[] about = about(request.path());
    if (about.length == 0) {
      return;
    }
    int phase = phases.at(request.startMillis());
    for (SloTally tally : about) {
      if (tally.counts(phases.name(phase), phases.isWarmUp(phase))) {
        if (request.ok()) {
          tally.succeeded(request.endMillis() - request.startMillis());
        } else {
          tally.failed();
        }
      }
    }
  }

  @Override
  public void error(String message, int millis) {
    RequestName name = RequestName.ofUnsent(message);
    int phase = phases.at(millis);
    for (SloTally tally : tallies) {
      if (tally.isAbout(name) && tally.counts(phases.name(phase), phases.isWarmUp(phase))) {
        tally.failed();
      }
    }
  }

  /**
   * A successful request that was told before turns out to be that of a user who started late.
   *
   * @param beginMillis when it began, on the log's clock
   */
  void late(LateRequest request, long beginMillis) {
    RequestName name = new RequestName(request.journey(), request.name());
    int phase = phases.at(beginMillis);
    for (SloTally tally : tallies) {
      if (tally.isAbout(name) && tally.counts(phases.name(phase), phases.isWarmUp(phase))) {
        tally.late(request.millis(), request.lagMillis());
      }
    }
  }

  /**
   * @param progress share of the arrivals of a scope's phase that have been due, by its name
   */
  List<SloState> states(Function<@Nullable String, Double> progress) {
    return tallies.stream()
        .map(tally -> tally.state(progress.apply(tally.slo().scope().phase())))
        .toList();
  }

  private SloTally[] about(LogPath path) {
    int id = path.id();
    if (id >= byPath.length) {
      byPath = Arrays.copyOf(byPath, Math.max(id + 1, 2 * byPath.length));
    }
    SloTally[] known = byPath[id];
    if (known == null) {
      RequestName name = RequestName.of(path);
      known = tallies.stream().filter(tally -> tally.isAbout(name)).toArray(SloTally[]::new);
      byPath[id] = known;
    }
    return known;
  }
}
