package io.tideline.reports.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.tracker.LocalTracker.Answer;
import io.tideline.testkit.ClosedPort;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trackers that are busy, ill, or somewhere else. */
class HttpWireTest {
  private static final Call READ =
      Call.get(LocalGitHub.ISSUES + "?labels=tideline&state=all&per_page=100&page=1");
  private static final Call WRITE =
      Call.post(LocalGitHub.ISSUES, JsonText.object().put("title", "title"));
  private static final Answer FINE = Answer.json(200, "[]");

  private final FakePace pace = new FakePace();
  private LocalGitHub gitHub;

  @BeforeEach
  void start() throws IOException {
    gitHub = new LocalGitHub();
  }

  @AfterEach
  void stop() {
    gitHub.close();
  }

  private HttpWire wire(String url, String token) {
    return new HttpWire(url, new GitHubIssues("acme/memories", token), pace.pace());
  }

  private JsonNode send(Call call) throws TrackerException {
    return wire(gitHub.url(), LocalGitHub.TOKEN).send(call);
  }

  private static Answer refusal(int status, String header, String value) {
    return new Answer(status, Map.of(header, value), "{\"message\": \"slow down\"}", 0);
  }

  @Test
  void aWaitThatIsAskedForIsWaited() throws Exception {
    gitHub.answerInstead(refusal(429, "Retry-After", "7"), FINE);
    assertThat(send(WRITE).isArray()).isTrue();
    assertThat(pace.waits).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void aRateLimitThatIsUsedUpIsWaitedFor() throws Exception {
    long reset = FakePace.NOW.getEpochSecond() + 42;
    Answer usedUp =
        new Answer(
            403,
            Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", String.valueOf(reset)),
            "{\"message\": \"API rate limit exceeded\"}",
            0);
    gitHub.answerInstead(usedUp, FINE);
    send(READ);
    assertThat(pace.waits).containsExactly(Duration.ofSeconds(42));
  }

  @Test
  void aLimitOnManyWritesIsWaitedForAMinute() throws Exception {
    gitHub.answerInstead(
        Answer.json(403, "{\"message\": \"You have exceeded a secondary rate limit\"}"), FINE);
    send(WRITE);
    assertThat(pace.waits).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void aDateToWaitForIsUnderstood() throws Exception {
    gitHub.answerInstead(refusal(503, "Retry-After", "Mon, 21 Sep 2026 02:00:30 GMT"), FINE);
    send(WRITE);
    assertThat(pace.waits).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void aWaitThatIsTooLongIsSaidAndNotWaited() {
    gitHub.answerInstead(refusal(429, "Retry-After", "3600"));
    assertThatThrownBy(() -> send(WRITE))
        .hasMessage(
            "GitHub asks to wait 3600 s (rate limit): run this again after that; what was posted is"
                + " not posted twice");
    assertThat(pace.waits).isEmpty();
  }

  @Test
  void whatOnlyReadsIsTriedAgainAndWhatWritesIsNot() throws Exception {
    gitHub.answerInstead(Answer.json(502, ""), Answer.json(500, ""), FINE);
    send(READ);
    assertThat(pace.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));

    gitHub.requests.clear();
    gitHub.answerInstead(Answer.json(502, "<html>"));
    assertThatThrownBy(() -> send(WRITE))
        .hasMessage("GitHub refuses POST /repos/acme/memories/issues with 502: try again later");
    assertThat(gitHub.requests).hasSize(1);
  }

  @Test
  void aFaultThatStaysIsSaidAfterThreeTries() {
    gitHub.answerInstead(
        Answer.json(500, ""), Answer.json(500, ""), Answer.json(500, ""), Answer.json(500, ""));
    assertThatThrownBy(() -> send(READ)).hasMessageEndingWith(" with 500: try again later");
    assertThat(gitHub.requests).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | the token in TIDELINE_GITHUB_TOKEN is not valid, or has expired",
        "403 | the token may not do that; it needs to read and write issues",
        "404 | there is no such repository, or the token may not see it",
        "410 | the repository has its issues turned off",
        "301 | it lies elsewhere, check --url"
      })
  void aRefusalIsOneSentenceWithWhatToDo(int status, String advice) {
    gitHub.answerInstead(Answer.json(status, "{\"message\": \"No\\nway\"}"));
    assertThatThrownBy(() -> send(READ))
        .hasMessage(
            "GitHub refuses GET /repos/acme/memories/issues with "
                + status
                + " (No way): "
                + advice);
    assertThat(gitHub.requests).hasSize(1);
  }

  @Test
  void aWrongTokenIsSaidWithoutShowingIt() {
    String wrong = "ghp_wrong42";
    gitHub.answerInstead(Answer.json(401, "{\"message\": \"Bad token ghp_wrong42 here\"}"));
    assertThatThrownBy(() -> wire(gitHub.url(), wrong).send(READ))
        .hasMessageContaining("(Bad token *** here)")
        .hasMessageNotContaining(wrong);
  }

  @Test
  void aTokenIsNotSentAlongARedirect() throws Exception {
    try (LocalGitHub other = new LocalGitHub()) {
      gitHub.answerInstead(
          new Answer(302, Map.of("Location", other.url() + LocalGitHub.ISSUES), "", 0));
      assertThatThrownBy(() -> send(READ)).hasMessageEndingWith("check --url");
      assertThat(other.requests).isEmpty();
    }
  }

  @Test
  void noAnswerInTimeIsSaid() {
    gitHub.answerInstead(new Answer(200, Map.of(), "[]", 1_500));
    GitHubIssues tracker = new GitHubIssues("acme/memories", LocalGitHub.TOKEN);
    HttpWire hasty = new HttpWire(gitHub.url(), tracker, pace.pace(Duration.ofMillis(500)));
    assertThatThrownBy(() -> hasty.send(READ))
        .hasMessage("GitHub at " + gitHub.url() + " did not answer within 0 s: try again later");
  }

  @Test
  void nobodyThereIsSaid() throws Exception {
    try (ClosedPort away = new ClosedPort()) {
      String url = "http://127.0.0.1:" + away.number();
      assertThatThrownBy(() -> wire(url, "token").send(READ))
          .hasMessage(
              "GitHub at "
                  + url
                  + " cannot be reached (ConnectException): check --url and the network");
    }
  }

  @Test
  void aPageThatIsNoJsonIsSaid() {
    gitHub.answerInstead(Answer.json(200, "<html>Sign in</html>"));
    assertThatThrownBy(() -> send(READ))
        .hasMessage("GitHub at " + gitHub.url() + " does not answer in JSON: check --url");
  }
}
