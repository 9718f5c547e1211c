package io.tideline.reports.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.ticket.Markdown;
import io.tideline.reports.ticket.Rating;
import io.tideline.reports.ticket.Ticket;
import io.tideline.reports.ticket.TicketPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * GitHub's REST interface, version 2022-11-28. An issue is found again by its label and by a
 * comment in its first line, which readers do not see; listing by label is up to date at once, as
 * GitHub's search is not.
 */
public final class GitHubIssues implements Tracker {
  /** Where GitHub itself is; an Enterprise server has its own. */
  public static final String BASE = "https://api.github.com";

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 20;
  private static final int MOST_TITLE = 250;
  private static final int MOST_BODY = 60_000;

  private final String issues;
  private final String token;

  /**
   * @param repository {@code owner/name}
   * @param token that may read and write its issues; empty for a dry run
   */
  public GitHubIssues(String repository, String token) {
    this.issues = "/repos/" + repository + "/issues";
    this.token = token;
  }

  @Override
  public String name() {
    return "GitHub";
  }

  @Override
  public Map<String, String> headers() {
    return Map.of(
        "Accept", "application/vnd.github+json",
        "X-GitHub-Api-Version", "2022-11-28",
        "Authorization", "Bearer " + token);
  }

  @Override
  public List<String> secrets() {
    return List.of(token);
  }

  @Override
  public String advice(int status) {
    return switch (status) {
      case 401 -> "the token in TIDELINE_GITHUB_TOKEN is not valid, or has expired";
      case 403 -> "the token may not do that; it needs to read and write issues";
      case 404 -> "there is no such repository, or the token may not see it";
      case 410 -> "the repository has its issues turned off";
      default -> "";
    };
  }

  @Override
  public List<Issue> known(Wire wire) throws TrackerException {
    List<Issue> known = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      JsonNode listed =
          wire.send(
              Call.get(
                  issues
                      + "?labels="
                      + LABEL
                      + "&state=all&sort=created&direction=desc&per_page="
                      + PAGE
                      + "&page="
                      + page));
      StreamSupport.stream(listed.spliterator(), false)
          .filter(issue -> !issue.has("pull_request"))
          .flatMap(
              issue -> Marker.in(issue.path("body").asText("")).map(m -> issue(issue, m)).stream())
          .forEach(known::add);
      if (listed.size() < PAGE) {
        break;
      }
    }
    return known;
  }

  private static Issue issue(JsonNode json, Marker marker) {
    return new Issue(
        json.path("number").asText(),
        marker.fingerprint(),
        json.path("state").asText().equals("open"),
        marker.run(),
        json.path("body").asText());
  }

  @Override
  public String create(Wire wire, Ticket ticket, String run) throws TrackerException {
    ObjectNode body = JsonText.object();
    body.put("title", cut(ticket.title(), MOST_TITLE));
    body.put("body", cut(body(ticket, run), MOST_BODY));
    body.putArray("labels").add(LABEL).add(LABEL + "-" + ticket.kind());
    JsonNode made = wire.send(Call.post(issues, body));
    boolean labelled =
        made.isMissingNode()
            || StreamSupport.stream(made.path("labels").spliterator(), false)
                .anyMatch(label -> label.path("name").asText().equals(LABEL));
    String name = made.path("number").asText();
    if (!labelled) {
      throw new TrackerException(
          "GitHub made issue "
              + name
              + " without its label, by which it is found again: give the token the right to set"
              + " labels, and set the label \""
              + LABEL
              + "\" on it by hand");
    }
    return "#" + name;
  }

  private static String body(Ticket ticket, String run) {
    Rating rating = ticket.rating();
    return new Marker(ticket.subject().fingerprint(), run).text()
        + "\n**"
        + rating.priority()
        + "**, severity "
        + rating.severity().key()
        + ", "
        + rating.sureness().key()
        + "; run "
        + Markdown.text(run)
        + "\n\n"
        + TicketPage.body(ticket);
  }

  @Override
  public void again(Wire wire, Issue issue, Told told) throws TrackerException {
    comment(wire, issue, "Seen again in run " + Markdown.text(told.run()), told);
    ObjectNode change = marked(issue, told);
    if (!issue.open()) {
      change.put("state", "open").put("state_reason", "reopened");
    }
    wire.send(new Call("PATCH", issues + "/" + issue.name(), change));
  }

  @Override
  public void close(Wire wire, Issue issue, Told told) throws TrackerException {
    comment(wire, issue, "Gone in run " + Markdown.text(told.run()), told);
    ObjectNode change = marked(issue, told).put("state", "closed").put("state_reason", "completed");
    wire.send(new Call("PATCH", issues + "/" + issue.name(), change));
  }

  private void comment(Wire wire, Issue issue, String what, Told told) throws TrackerException {
    String facts = told.facts().isEmpty() ? "" : "\n\n" + Markdown.list(told.facts(), "");
    String text = what + ": " + Markdown.text(told.sentence()) + facts;
    ObjectNode body = JsonText.object().put("body", cut(text, MOST_BODY));
    wire.send(Call.post(issues + "/" + issue.name() + "/comments", body));
  }

  /** The issue's own text stays as people have edited it; only its first line tells of the run. */
  private static ObjectNode marked(Issue issue, Told told) {
    String marker = new Marker(issue.fingerprint(), told.run()).text();
    return JsonText.object().put("body", Marker.replace(issue.body(), marker));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
