package io.tideline.reports.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posting to a server on this machine that holds requests against Jira Cloud's own. */
class JiraIssuesTest {
  @TempDir Path folder;
  private LocalJira jira;
  private String issueType = "Bug";
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    jira = new LocalJira();
  }

  @AfterEach
  void stop() {
    jira.close();
  }

  private void post(String run, TargetModel target) throws IOException, TrackerException {
    said.clear();
    jira.requests.clear();
    Tracker tracker = new JiraIssues("PERF", issueType, LocalJira.USER, LocalJira.TOKEN);
    Wire wire = new HttpWire(jira.url(), tracker, new FakePace().pace());
    new Poster(tracker, wire, 10, said::add).post(TestBooks.of(folder.resolve(run), target));
  }

  private static String category(JsonNode issue) {
    return issue.path("fields").path("status").path("statusCategory").path("key").asText();
  }

  @Test
  void eachTicketBecomesAnIssueWithADocumentAndLabels() throws Exception {
    post("run-1", TestBooks.SLOW);

    assertThat(said).hasSize(2).allMatch(sentence -> sentence.startsWith("created PERF-"));
    assertThat(jira.issues.get(0).path("fields").path("labels").toString())
        .matches("\\[\"tideline\",\"tideline-[0-9a-f]{16}\"]");
    assertThat(jira.issues.get(0).path("properties").path("tideline").path("run").asText())
        .isEqualTo("run-1");
  }

  @Test
  void theSameRunPostedTwiceChangesNothing() throws Exception {
    post("run-1", TestBooks.SLOW);

    post("run-1", TestBooks.SLOW);

    assertThat(jira.issues).hasSize(2);
    assertThat(jira.comments).isEmpty();
    assertThat(jira.requests).containsExactly("POST /rest/api/3/search/jql");
  }

  @Test
  void whatIsGoneIsClosedAndWhatComesBackIsOpenedAgain() throws Exception {
    post("run-1", TestBooks.SLOW);
    post("run-2", TestBooks.SLOW);
    assertThat(jira.comments).hasSize(2);

    post("run-3", TestBooks.FAST);
    assertThat(jira.issues).allMatch(issue -> category(issue).equals("done"));
    post("run-4", TestBooks.SLOW);

    assertThat(said).allMatch(sentence -> sentence.startsWith("opened again PERF-"));
    assertThat(jira.issues).hasSize(2).allMatch(issue -> category(issue).equals("indeterminate"));
    assertThat(jira.comments).hasSize(6);
  }

  @Test
  void anIssueIsFoundOnALaterPage() throws Exception {
    jira.mostOnAPage = 1;
    post("run-1", TestBooks.SLOW);

    post("run-1", TestBooks.SLOW);

    assertThat(jira.requests).hasSize(2).containsOnly("POST /rest/api/3/search/jql");
    assertThat(jira.issues).hasSize(2);
  }

  @Test
  void aStatusThatCannotBeReachedIsSaid() throws Exception {
    jira.canBeDone = false;
    post("run-1", TestBooks.SLOW);

    assertThatThrownBy(() -> post("run-2", TestBooks.FAST))
        .hasMessageMatching(
            "Jira lets nobody move PERF-\\d from its status to one of the category Done: do it by"
                + " hand");
  }

  @Test
  void anIssueTypeThatIsNotThereIsSaid() {
    issueType = "Incident";

    assertThatThrownBy(() -> post("run-1", TestBooks.SLOW))
        .hasMessage(
            "Jira refuses POST /rest/api/3/issue with 400 ({\"issuetype\":\"Specify a valid issue"
                + " type\"}): perhaps the project has no issue type \"Incident\"; see"
                + " --issue-type");
  }
}
