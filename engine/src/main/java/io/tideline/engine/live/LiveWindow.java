package io.tideline.engine.live;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.simlog.GroupRecord;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.time.Duration;
import java.util.List;

/**
 * The last minutes of a run, second by second. A request belongs to the second in which it ended:
 * that is when it is known, and a second once complete does not change. (Results count it where it
 * started; over a step that has settled the two agree but for its edges.)
 *
 * <p>Of a {@link Scope} the journey and the request count; its phase does not, as the log knows
 * none. A request that could not be sent counts as failed, under its name, in no journey.
 *
 * <p>Memory does not grow with the run: per request and second 50 bytes and 8 to 12 more for each
 * distinct latency, which is some 5 MB for 10 minutes of 40 requests with ten latencies a second
 * each. Requests past the first 200 names are pooled. Queries go through as many seconds as they
 * ask for. One thread at a time.
 */
public final class LiveWindow implements SimulationLogListener {
  /** How many seconds are kept unless told: 10 minutes. */
  public static final Duration STANDARD = Duration.ofMinutes(10);

  /** Gatling's threads hand their records to one writer: they may arrive out of order by this. */
  private static final int DISORDER_MILLIS = 1_000;

  private final int length;
  private RequestRings requests;
  private UserRing users;
  private int newestMillis;
  private long late;

  /**
   * @param kept whole seconds, at least one
   */
  public LiveWindow(Duration kept) {
    length = Math.toIntExact(kept.toSeconds());
    if (length < 1) {
      throw new IllegalArgumentException("a window of " + kept + ": at least a second");
    }
    requests = new RequestRings(length);
    users = new UserRing(length);
  }

  /** Starts over: another log begins. */
  @Override
  public void run(RunRecord run) {
    requests = new RequestRings(length);
    users = new UserRing(length);
    newestMillis = 0;
    late = 0;
  }

  @Override
  public void request(RequestRecord request) {
    if (isKept(request.endMillis())) {
      SecondTally tally = requests.of(request.path()).at(Seconds.of(request.endMillis()));
      if (request.ok()) {
        tally.succeeded(request.endMillis() - request.startMillis());
      } else {
        tally.failed();
      }
    }
  }

  @Override
  public void user(int scenario, boolean start, int millis) {
    users.count(start);
    if (isKept(millis)) {
      users.add(Seconds.of(millis), start);
    }
  }

  @Override
  public void group(GroupRecord group) {
    newestMillis = Math.max(newestMillis, group.endMillis());
  }

  @Override
  public void error(String message, int millis) {
    if (isKept(millis)) {
      requests.of(RequestName.ofUnsent(message)).at(Seconds.of(millis)).failed();
    }
  }

  /**
   * Up to which second the window is complete: all before it are. One second less than the latest
   * time seen, as records come a little out of order. Behind the clock by that second and by what
   * Gatling still holds in its buffer (see {@link LogFollower}). 0 before anything was seen.
   */
  public int watermark() {
    return Seconds.of(Math.max(0, newestMillis - DISORDER_MILLIS));
  }

  /** Whether all of these seconds are complete and still kept. */
  public boolean covers(Seconds seconds) {
    return seconds.to() <= watermark() && seconds.from() >= oldest();
  }

  /** Records that came after their second was no longer kept, and were left out. */
  public long late() {
    return late;
  }

  /** Requests of the scope that ended within these seconds. */
  public Figures figures(Scope scope, Seconds seconds) {
    return requests.figures(scope, kept(seconds));
  }

  /** Journeys and names of the requests seen, in the order in which they were first seen. */
  public List<RequestName> names() {
    return requests.names();
  }

  /** The latest time of any record, in milliseconds of the log's clock; 0 before the first. */
  public int newestMillis() {
    return newestMillis;
  }

  /** Users under way by the newest record. */
  public long active() {
    return users.active();
  }

  /** A quantile of the scope's successful requests, with its interval from equal sections. */
  public SectionedQuantile sectioned(Scope scope, double quantile, Seconds seconds) {
    return SectionedQuantile.of(part -> figures(scope, part), quantile, seconds);
  }

  /** Users who started within these seconds. */
  public long started(Seconds seconds) {
    return users.started(kept(seconds));
  }

  /** Users who left within these seconds. */
  public long ended(Seconds seconds) {
    return users.ended(kept(seconds));
  }

  /** Users in flight at the end of each of these seconds, in order. */
  public int[] inFlight(Seconds seconds) {
    return users.inFlight(kept(seconds), Seconds.of(newestMillis));
  }

  private boolean isKept(int millis) {
    newestMillis = Math.max(newestMillis, millis);
    boolean kept = Seconds.of(millis) >= oldest();
    late += kept ? 0 : 1;
    return kept;
  }

  /** The first second that is still kept. */
  int oldest() {
    return Math.max(0, Seconds.of(newestMillis) - length + 1);
  }

  private Seconds kept(Seconds seconds) {
    if (seconds.from() < oldest()) {
      throw new IllegalArgumentException(
          seconds + ": the window begins at second " + oldest() + " by now");
    }
    return seconds;
  }
}
