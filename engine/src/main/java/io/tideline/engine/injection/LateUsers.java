package io.tideline.engine.injection;

import io.gatling.commons.stats.OK$;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.stats.writer.DataWriterMessage;
import io.gatling.core.stats.writer.DataWriterMessage$LoadEvent$Response;
import io.gatling.core.stats.writer.DataWriterMessage$LoadEvent$User;
import io.tideline.engine.schedule.LateLog;
import io.tideline.engine.schedule.LateLog.LateRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import scala.collection.immutable.List;
import scala.collection.immutable.Seq;
import scala.concurrent.Promise;
import scala.concurrent.Promise$;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;

/**
 * Notes the requests of users who started late, beside what Gatling notes of them. Gatling tells
 * its data writers of each response with the scenario's name and no word of the user; so a user who
 * is late carries a copy of that name of its own, by whose identity it is known again. This is one
 * more of those data writers, and is told of everything on the thread on which it happens.
 */
final class LateUsers implements ActorRef<DataWriterMessage> {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final String WRITERS = "dataWriters";

  private final LateLog.Listener late;
  private final Map<Name, Integer> lagMillis = new ConcurrentHashMap<>();

  /**
   * @param late is told the requests, on any thread
   */
  LateUsers(LateLog.Listener late) {
    this.late = late;
  }

  /**
   * Makes {@code statsEngine} tell this of everything as well; to be called before any user comes.
   */
  void listenTo(StatsEngine statsEngine) throws IOException {
    try {
      var field = statsEngine.getClass().getDeclaredField(WRITERS);
      field.setAccessible(true);
      field.set(statsEngine, ((Seq<?>) field.get(statsEngine)).appended(this));
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IOException("Gatling's data writers were not found: " + e, e);
    }
  }

  /** The scenario's name for a user who starts {@code lagNanos} after its due time. */
  String nameFor(String scenario, long lagNanos) {
    long millis = Math.round((double) lagNanos / NANOS_PER_MILLI);
    if (millis <= 0) {
      return scenario;
    }
    String own = new String(scenario.toCharArray());
    lagMillis.put(new Name(own), (int) Math.min(millis, Integer.MAX_VALUE));
    return own;
  }

  @Override
  public void $bang(DataWriterMessage message) {
    if (message instanceof DataWriterMessage$LoadEvent$Response response) {
      response(response);
    } else if (message instanceof DataWriterMessage$LoadEvent$User user) {
      if (!user.start()) {
        lagMillis.remove(new Name(user.scenario()));
      }
    } else if (message instanceof DataWriterMessage.Stop stop) {
      stop.stopPromise().success(BoxedUnit.UNIT);
    }
  }

  private void response(DataWriterMessage$LoadEvent$Response response) {
    Integer lag = lagMillis.isEmpty() ? null : lagMillis.get(new Name(response.scenario()));
    // A message that nobody waited for comes with an end before all time, and is no request.
    boolean request = response.endTimestamp() >= response.startTimestamp();
    if (lag == null || !request) {
      return;
    }
    List<String> groups = response.groupHierarchy();
    late.late(
        new LateRequest(
            response.startTimestamp(),
            (int) Math.min(response.endTimestamp() - response.startTimestamp(), Integer.MAX_VALUE),
            lag,
            response.status() == OK$.MODULE$,
            groups.isEmpty() ? "" : groups.head(),
            response.name()));
  }

  @Override
  public String name() {
    return "tideline-late-users";
  }

  @Override
  public <Reply> Promise<Reply> replyPromise(FiniteDuration timeout) {
    return Promise$.MODULE$.apply();
  }

  /** A string by its identity. */
  private record Name(String own) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Name name && name.own == own;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(own);
    }
  }
}
