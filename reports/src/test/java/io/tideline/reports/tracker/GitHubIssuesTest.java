package io.tideline.reports.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.ticket.TicketBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posting to a server on this machine that holds requests against GitHub's own. */
class GitHubIssuesTest {
  @TempDir Path folder;
  private LocalGitHub gitHub;
  private final FakePace pace = new FakePace();
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    gitHub = new LocalGitHub();
  }

  @AfterEach
  void stop() {
    gitHub.close();
  }

  private void post(TicketBook book, int most) throws TrackerException {
    said.clear();
    pace.waits.clear();
    gitHub.requests.clear();
    Tracker tracker = new GitHubIssues("acme/memories", LocalGitHub.TOKEN);
    Wire wire = new HttpWire(gitHub.url(), tracker, pace.pace());
    new Poster(tracker, wire, most, said::add).post(book);
  }

  private TicketBook book(String run, TargetModel target) throws IOException {
    return TestBooks.of(folder.resolve(run), target);
  }

  @Test
  void eachTicketBecomesAnIssueWithItsLabelsAndMarker() throws Exception {
    post(book("run-1", TestBooks.SLOW), 10);

    assertThat(gitHub.issues).hasSize(2);
    assertThat(said).hasSize(2).allMatch(sentence -> sentence.startsWith("created #"));
    String body = gitHub.issues.get(0).path("body").asText();
    assertThat(body)
        .startsWith("<!-- tideline fingerprint=")
        .contains("## Evidence", "## Suspected cause", "mvn gatling:test -Dscenario=smoke")
        .doesNotContain(LocalGitHub.TOKEN);
    assertThat(gitHub.issues.get(0).path("labels").toString())
        .contains("\"tideline\"", "\"tideline-latency\"");
  }

  @Test
  void theSameRunPostedTwiceChangesNothing() throws Exception {
    TicketBook book = book("run-1", TestBooks.SLOW);
    post(book, 10);

    post(book, 10);

    assertThat(gitHub.issues).hasSize(2);
    assertThat(gitHub.comments).isEmpty();
    assertThat(gitHub.requests).singleElement().asString().startsWith("GET ");
    assertThat(said).allMatch(sentence -> sentence.contains(" knows of this run already: "));
  }

  @Test
  void anotherRunIsACommentOnTheOpenIssueAndKeepsWhatPeopleWrote() throws Exception {
    post(book("run-1", TestBooks.SLOW), 10);
    gitHub.issues.get(0).put("body", gitHub.issues.get(0).path("body").asText() + "\nOurs.");

    post(book("run -> 2", TestBooks.SLOW), 10);

    assertThat(gitHub.issues).hasSize(2);
    assertThat(gitHub.comments)
        .hasSize(2)
        .allMatch(comment -> comment.contains("Seen again in run run -\\> 2: "));
    assertThat(gitHub.issues.get(0).path("body").asText())
        .contains(" run=run+%2D%3E+2 -->")
        .endsWith("\nOurs.");
  }

  @Test
  void whatIsGoneIsClosedAndWhatComesBackIsOpenedAgain() throws Exception {
    post(book("run-1", TestBooks.SLOW), 10);

    post(book("run-2", TestBooks.FAST), 10);
    assertThat(said).hasSize(2).allMatch(sentence -> sentence.startsWith("closed "));
    assertThat(gitHub.issues).allMatch(issue -> issue.path("state").asText().equals("closed"));
    assertThat(gitHub.comments).anyMatch(comment -> comment.contains("Gone in run run-2: "));

    post(book("run-3", TestBooks.FAST), 10);
    assertThat(said).isEmpty();

    post(book("run-4", TestBooks.SLOW), 10);
    assertThat(said).allMatch(sentence -> sentence.startsWith("opened again "));
    assertThat(gitHub.issues).hasSize(2).allMatch(i -> i.path("state").asText().equals("open"));
  }

  @Test
  void noMoreThanSoManyArePostedWithAPauseBetween() throws Exception {
    post(book("run-1", TestBooks.SLOW), 1);

    assertThat(gitHub.issues).hasSize(1);
    assertThat(said).last().isEqualTo("1 more not posted: 1 at a time, see --most");

    post(book("run-1", TestBooks.SLOW), 10);
    assertThat(gitHub.issues).hasSize(2);

    post(book("run-2", TestBooks.SLOW), 10);
    assertThat(pace.waits).hasSize(3).containsOnly(Duration.ofSeconds(1));
  }

  @Test
  void anIssueIsFoundAmongHundreds() throws Exception {
    post(book("run-1", TestBooks.SLOW), 10);
    for (int i = 0; i < 250; i++) {
      gitHub.issues.add(
          LocalTracker.JSON
              .createObjectNode()
              .put("number", i + 3)
              .put("state", "open")
              .put("body", (String) null));
      gitHub
          .issues
          .get(gitHub.issues.size() - 1)
          .putArray("labels")
          .addObject()
          .put("name", "tideline");
    }

    post(book("run-1", TestBooks.SLOW), 10);

    assertThat(gitHub.requests).hasSize(3).allMatch(request -> request.startsWith("GET "));
    assertThat(gitHub.issues).hasSize(252);
  }

  @Test
  void aTokenThatMaySetNoLabelsIsSaid() throws Exception {
    gitHub.setsLabels = false;

    assertThatThrownBy(() -> post(book("run-1", TestBooks.SLOW), 10))
        .isInstanceOf(TrackerException.class)
        .hasMessageStartingWith(
            "GitHub made issue 1 without its label, by which it is found again");
  }

  @Test
  void aDryRunSendsNothingAndShowsAll() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Tracker tracker = new GitHubIssues("acme/memories", "");
    Wire wire = new DryWire(gitHub.url(), new PrintStream(bytes, true, "UTF-8"));

    new Poster(tracker, wire, 10, said::add).post(book("run-1", TestBooks.SLOW));

    assertThat(gitHub.requests).isEmpty();
    assertThat(bytes.toString("UTF-8"))
        .contains(
            "GET " + gitHub.url() + "/repos/acme/memories/issues?labels=tideline&state=all",
            "POST " + gitHub.url() + "/repos/acme/memories/issues",
            "\"title\" : \"Browse timeline: p95 above 100 ms in smoke on stand-in\"",
            "\"labels\" : [");
  }
}
