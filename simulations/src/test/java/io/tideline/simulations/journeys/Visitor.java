package io.tideline.simulations.journeys;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.injection.ReplyWatch;
import io.tideline.engine.ledger.WriteLedger;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.ThinkTimes.ThinkTime;
import io.tideline.engine.profile.Seeds;
import io.tideline.feeders.FeederFolder;
import io.tideline.feeders.UserRow;
import io.tideline.fixtures.data.Zipf;
import io.tideline.simulations.endpoints.Sessions;
import io.tideline.simulations.endpoints.Writes;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What a user of one journey brings along: an account, pauses and choices. All of it follows from
 * the plan's seed, the arrival's index and the step, so that a run can be repeated exactly. Made
 * once for a journey; the steps are numbered as they are asked for.
 */
public final class Visitor {
  private static final double POPULARITY_EXPONENT = 1.0;
  private static final String ACCOUNT = "account";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Plan plan;
  private final FeederFolder feeders;
  private final WriteLedger ledger;
  private final ThinkTime thinkTime;
  private final ReplyWatch replies;
  private int steps;

  Visitor(Plan plan, FeederFolder feeders, Witnesses witnesses, String journey) {
    this.replies = witnesses.replies();
    this.plan = plan;
    this.feeders = feeders;
    this.ledger = witnesses.ledger();
    this.thinkTime = plan.thinkTimes().of(journey);
  }

  /** The files that feed the users. */
  FeederFolder feeders() {
    return feeders;
  }

  /** The index of a session's arrival. */
  static long arrival(Session session) {
    return session.getLong(LoadRun.ARRIVAL);
  }

  /** Arrival k takes account k, so that no account is ever active twice. */
  ChainBuilder signsIn() {
    ChainBuilder signIn = exec(signIn());
    return replies == null
        ? signIn
        : exec(session -> {
              String account = feeders.users().user(arrival(session)).email();
              replies.begin(account);
              return session.set(ACCOUNT, account);
            })
            .exec(signIn);
  }

  private HttpRequestActionBuilder signIn() {
    String sharedPassword = sharedPassword();
    return Sessions.signIn(
        session -> {
          UserRow user = feeders.users().user(arrival(session));
          String password = sharedPassword == null ? user.password() : sharedPassword;
          return JSON.createObjectNode()
              .put("email", user.email())
              .put("password", password)
              .toString();
        });
  }

  private String sharedPassword() {
    String variable = plan.target().credentials().password();
    return variable == null ? null : System.getenv(variable);
  }

  /** A pause, log-normal as the plan says. */
  ChainBuilder thinks() {
    int step = steps++;
    return pause(
        session -> {
          double seconds = thinkTime.seconds(random(session, step).nextGaussian());
          return Duration.ofMillis(Math.round(seconds * 1000));
        });
  }

  /** Picks one of the memories in {@code ids} as {@code memoryId}, those further up more often. */
  ChainBuilder picksMemory() {
    int step = steps++;
    return exec(
        session -> {
          List<Object> ids = session.getList("ids");
          Zipf zipf = new Zipf(ids.size(), POPULARITY_EXPONENT);
          int rank = zipf.rank(random(session, step).nextDouble());
          return session.set("memoryId", String.valueOf(ids.get(rank)));
        });
  }

  /**
   * Says that a write is about to be sent, and puts the key to send it with into the session.
   *
   * @param kind one of {@link Writes}
   */
  ChainBuilder begins(String kind) {
    return exec(session -> session.set(Writes.key(kind), ledger.sent(kind, arrival(session))));
  }

  /**
   * Says that the target acknowledged it; skipped, as all later steps are, where it did not.
   *
   * @param id session attribute with the number that the target gave it
   */
  ChainBuilder wasTold(String kind, String id) {
    return exec(
        session -> {
          ledger.acknowledged(session.getString(Writes.key(kind)), session.getString(id));
          return session;
        });
  }

  /**
   * Gives up writes that were not acknowledged, and the account; the last step, taken whatever went
   * before.
   */
  ChainBuilder leaves() {
    return exec(
        session -> {
          if (replies != null && session.contains(ACCOUNT)) {
            replies.end(session.getString(ACCOUNT));
          }
          for (String kind : Writes.KINDS) {
            if (session.contains(Writes.key(kind))) {
              ledger.givenUp(session.getString(Writes.key(kind)));
            }
          }
          return session;
        });
  }

  /** Random numbers of a session's user for one step. */
  RandomGenerator random(Session session, int step) {
    long seed = Seeds.mix(Seeds.mix(plan.load().seed(), arrival(session)), step);
    return new SplittableRandom(seed);
  }

  /** A number for a further step with choices of its own. */
  int nextStep() {
    return steps++;
  }
}
