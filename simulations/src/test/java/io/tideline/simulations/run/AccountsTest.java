package io.tideline.simulations.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanReader;
import io.tideline.engine.plan.Problems;
import io.tideline.engine.schedule.Schedule;
import io.tideline.feeders.UserRow;
import io.tideline.feeders.UserRows;
import io.tideline.fixtures.data.Account;
import io.tideline.fixtures.data.Fixtures;
import io.tideline.simulations.journeys.Journeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the sample service every scenario has an account for each user that can come. */
class AccountsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static Accounts open(String... pairs) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      given.put(pairs[i], pairs[i + 1]);
    }
    Options options = new Options(given, Map.of());
    Surroundings surroundings =
        new Surroundings(ROOT, ROOT.resolve("none"), options, Map.of(), Clock.systemUTC());
    Plan plan = new PlanReader(Journeys.catalogue(), options).read(surroundings.planFile());
    Problems problems = new Problems();
    Accounts accounts =
        Accounts.open(surroundings, Schedule.of(plan), Journeys.catalogue(), problems);
    assertThat(problems.sentences()).isEmpty();
    return accounts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smoke",
        "baseline",
        "stress",
        "steps",
        "spike",
        "scaling",
        "caching",
        "resilience",
        "overload",
        "network",
        "soak"
      })
  void eachScenarioHasAccountsByItsNameAlone(String scenario) {
    Accounts accounts = open("scenario", scenario);
    UserRows users = accounts.feeders().users();
    assertThat(accounts.limit().most()).isLessThanOrEqualTo(users.size());
    assertThat(accounts.seeded()).isGreaterThanOrEqualTo(accounts.limit().most());
    Fixtures fixtures = Fixtures.seeded(Fixtures.DEFAULT_SEED);
    for (long k : new long[] {0, 19_999, 20_000, users.size() - 1}) {
      if (k < users.size()) {
        Account made = fixtures.account(k);
        assertThat(users.user(k)).isEqualTo(new UserRow(k, made.email(), made.password()));
      }
    }
  }

  @Test
  void aDaysSoakHasAnAccountForEachUserAndSomeToSpare() {
    assertThat(open("scenario", "soak").seeded()).isEqualTo(492_075);
    assertThat(open("scenario", "soak", "slice", "1/3").seeded()).isEqualTo(492_075);
    assertThat(open("scenario", "soak", "speedup", "60").seeded()).isEqualTo(20_000);
  }

  @Test
  void aSearchCanStayAtItsHighestLoadForItsWholeTime() {
    assertThat(open("scenario", "stress").limit().most()).isGreaterThan(1_000_000);
    assertThat(open("scenario", "stress", "speedup", "10").limit().most()).isEqualTo(173_760);
    assertThat(open("scenario", "stress", "users", "30000").limit().most()).isEqualTo(30_000);
  }

  @Test
  void aSearchOnAnotherTargetEndsWithTheAccountsOfTheFile() {
    Accounts accounts = open("scenario", "stress", "baseUrl", "http://127.0.0.1:9");
    assertThat(accounts.limit().most()).isEqualTo(20_000);
    assertThat(accounts.limit().remedy())
        .startsWith("add rows of accounts that the target has to ")
        .contains("users.csv", "-Daccounts=");
  }
}
