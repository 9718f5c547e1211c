package io.tideline.reports.ticket;

import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.soak.Trend;
import java.util.List;

/**
 * A finding that deserves work. A new kind is a record like those here, an arm in {@link
 * #of(FailedCheck)}, and a page {@code docs/runbooks/}<em>kind</em>{@code .md}.
 *
 * <p>Every sentence of {@link #suspicions()} needs a figure of the run that supports it: where the
 * data says nothing, there is none.
 */
sealed interface Finding
    permits LatencyMissed,
        ErrorsOverBudget,
        RunAborted,
        CapacityMissed,
        BecameSlower,
        Suspected,
        Shifted,
        CacheMissed,
        ScalingMissed,
        SessionsShared,
        NotRecovered,
        CallTooLong,
        RetriesAmplify,
        BreakerUnfit,
        NotShed,
        WritesBroken,
        FaultsUnfit,
        Leak,
        Drifted,
        GeneratorUnwell,
        RunIncomplete,
        RecordsDoubtful,
        NoEvidence,
        TooLittleData {

  /** The check behind it. */
  FailedCheck failed();

  /** Name of the kind, and of its page among the runbooks. */
  String kind();

  /** What is wrong in a few words, without a figure that changes from run to run. */
  String title();

  /** How bad it is. */
  Severity severity();

  /** How sure one run can make it. */
  Sureness sureness();

  /** Facts of this kind, besides those that every ticket states. */
  List<String> evidence();

  /** What the data suspects. */
  List<String> suspicions();

  /** What to try, the likeliest first. */
  List<String> fixes();

  /** The finding that a check stands for which did not pass. */
  static Finding of(FailedCheck failed) {
    Check check = failed.check();
    if (check.isOnEvidence()) {
      return new NoEvidence(failed);
    }
    if (check.status() == Status.INSUFFICIENT) {
      return new TooLittleData(failed);
    }
    return switch (check.kind()) {
      case VALIDITY -> validity(failed);
      case SLO -> promise(failed);
      case REGRESSION -> regression(failed);
      case RESILIENCE -> resilience(failed);
      case DRIFT -> trend(failed);
    };
  }

  private static Finding regression(FailedCheck failed) {
    if (failed.key().equals(TicketBook.LASTING)) {
      return new Shifted(failed);
    }
    return failed.check().status() == Status.WARN
        ? new Suspected(failed)
        : new BecameSlower(failed);
  }

  private static Finding resilience(FailedCheck failed) {
    return switch (failed.check().metric()) {
      case "longest call" -> new CallTooLong(failed);
      case "amplification" -> new RetriesAmplify(failed);
      case "breaker opens", "breaker closes", "probes" -> new BreakerUnfit(failed);
      case "refused", "time to refuse" -> new NotShed(failed);
      case "lost writes", "duplicated writes" -> new WritesBroken(failed);
      default -> new NotRecovered(failed);
    };
  }

  private static Finding trend(FailedCheck failed) {
    Trend trend = failed.check().trend();
    boolean resource = trend != null && trend.signal().sort().isResource();
    return resource ? new Leak(failed) : new Drifted(failed);
  }

  private static Finding validity(FailedCheck failed) {
    String id = failed.check().id();
    if (id.startsWith("validity/faults") || id.startsWith("validity/before")) {
      return new FaultsUnfit(failed);
    }
    return switch (failed.check().metric()) {
      case "complete", "requests", "slices" -> new RunIncomplete(failed);
      case "clocks apart", "impossible times", "generator record", "starts record" ->
          new RecordsDoubtful(failed);
      case "shared sessions" -> new SessionsShared(failed);
      default -> new GeneratorUnwell(failed);
    };
  }

  private static Finding promise(FailedCheck failed) {
    return switch (failed.check().metric()) {
      case "abort" -> new RunAborted(failed);
      case "capacity" -> new CapacityMissed(failed);
      case "errors" -> new ErrorsOverBudget(failed);
      case "hit ratio" -> new CacheMissed(failed);
      case "scale out", "scale in", "replicas", "promises broken while scaling" ->
          new ScalingMissed(failed);
      default -> new LatencyMissed(failed);
    };
  }
}
