package io.tideline.reports.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.ticket.Rating;
import io.tideline.reports.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Jira Cloud's REST interface, version 3. An issue is found again by its labels, and knows the last
 * run it was told of by an issue property, which nobody sees.
 */
public final class JiraIssues implements Tracker {
  private static final String ROOT = "/rest/api/3";
  private static final String PROPERTY = "tideline";
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 20;
  private static final int MOST_SUMMARY = 250;

  private final String project;
  private final String issueType;
  private final String user;
  private final String token;

  /**
   * @param project key of the project
   * @param issueType name of the type of new issues, such as Bug
   * @param user e-mail address of the account; empty for a dry run
   * @param token of that account; empty for a dry run
   */
  public JiraIssues(String project, String issueType, String user, String token) {
    this.project = project;
    this.issueType = issueType;
    this.user = user;
    this.token = token;
  }

  @Override
  public String name() {
    return "Jira";
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Accept", "application/json", "Authorization", "Basic " + basic());
  }

  private String basic() {
    byte[] pair = (user + ":" + token).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public List<String> secrets() {
    return List.of(token, basic());
  }

  @Override
  public String advice(int status) {
    return switch (status) {
      case 400 -> "perhaps the project has no issue type \"" + issueType + "\"; see --issue-type";
      case 401 -> "TIDELINE_JIRA_USER and TIDELINE_JIRA_TOKEN do not fit each other or this site";
      case 403 -> "the account may not do that; it needs to create, comment and move issues";
      case 404 -> "there is no such project or issue, or the account may not see it";
      default -> "";
    };
  }

  @Override
  public List<Issue> known(Wire wire) throws TrackerException {
    List<Issue> known = new ArrayList<>();
    String next = "";
    for (int page = 1; page <= MOST_PAGES; page++) {
      JsonNode found = wire.send(Call.post(ROOT + "/search/jql", search(next)));
      found.path("issues").forEach(issue -> add(issue, known));
      next = found.path("nextPageToken").asText("");
      if (next.isEmpty()) {
        break;
      }
    }
    return known;
  }

  private ObjectNode search(String next) {
    ObjectNode search = JsonText.object();
    search.put(
        "jql",
        "project = \"" + project + "\" AND labels = \"" + LABEL + "\" ORDER BY created DESC");
    search.put("maxResults", PAGE);
    search.putArray("fields").add("labels").add("status");
    search.putArray("properties").add(PROPERTY);
    if (!next.isEmpty()) {
      search.put("nextPageToken", next);
    }
    return search;
  }

  private static void add(JsonNode json, List<Issue> known) {
    JsonNode fields = json.path("fields");
    boolean open = !isDone(fields.path("status"));
    String run = json.path("properties").path(PROPERTY).path("run").asText("");
    for (JsonNode label : fields.path("labels")) {
      String text = label.asText();
      if (text.matches(LABEL + "-[0-9a-f]{16}")) {
        String fingerprint = text.substring(LABEL.length() + 1);
        known.add(new Issue(json.path("key").asText(), fingerprint, open, run, ""));
      }
    }
  }

  private static boolean isDone(JsonNode status) {
    return status.path("statusCategory").path("key").asText().equals("done");
  }

  @Override
  public String create(Wire wire, Ticket ticket, String run) throws TrackerException {
    String fingerprint = ticket.subject().fingerprint();
    ObjectNode body = JsonText.object();
    ObjectNode fields = body.putObject("fields");
    fields.putObject("project").put("key", project);
    fields.putObject("issuetype").put("name", issueType);
    fields.put("summary", summary(ticket.title()));
    fields.set("description", description(ticket, run));
    fields.putArray("labels").add(LABEL).add(LABEL + "-" + fingerprint);
    ObjectNode property = body.putArray("properties").addObject().put("key", PROPERTY);
    property.set("value", property(run));
    return wire.send(Call.post(ROOT + "/issue", body)).path("key").asText();
  }

  private static String summary(String title) {
    String line = title.replaceAll("\\s+", " ");
    return line.length() <= MOST_SUMMARY ? line : line.substring(0, MOST_SUMMARY - 1) + "…";
  }

  private static ObjectNode description(Ticket ticket, String run) {
    Rating rating = ticket.rating();
    String first =
        rating.priority()
            + ", severity "
            + rating.severity().key()
            + ", "
            + rating.sureness().key()
            + "; run "
            + run;
    return new AtlassianDocument()
        .paragraph(first)
        .paragraph(ticket.sentence())
        .heading("Evidence")
        .list(ticket.evidence())
        .heading("Suspected cause")
        .list(ticket.suspicions())
        .heading("Suggested fixes")
        .list(ticket.fixes())
        .heading("To see it again")
        .code(ticket.reproduction())
        .paragraph("Runbook: " + ticket.runbook())
        .json();
  }

  private static ObjectNode property(String run) {
    return JsonText.object().put("run", run);
  }

  @Override
  public void again(Wire wire, Issue issue, Told told) throws TrackerException {
    comment(wire, issue, "Seen again in run " + told.run(), told);
    if (!issue.open()) {
      move(wire, issue, to -> !isDone(to), "an open one");
    }
    remember(wire, issue, told.run());
  }

  @Override
  public void close(Wire wire, Issue issue, Told told) throws TrackerException {
    comment(wire, issue, "Gone in run " + told.run(), told);
    move(wire, issue, JiraIssues::isDone, "one of the category Done");
    remember(wire, issue, told.run());
  }

  private void comment(Wire wire, Issue issue, String what, Told told) throws TrackerException {
    ObjectNode text =
        new AtlassianDocument().paragraph(what + ": " + told.sentence()).list(told.facts()).json();
    ObjectNode body = JsonText.object();
    body.set("body", text);
    wire.send(Call.post(ROOT + "/issue/" + issue.name() + "/comment", body));
  }

  private void move(Wire wire, Issue issue, Predicate<JsonNode> wanted, String words)
      throws TrackerException {
    String path = ROOT + "/issue/" + issue.name() + "/transitions";
    JsonNode transitions = wire.send(Call.get(path)).path("transitions");
    for (JsonNode transition : transitions) {
      if (wanted.test(transition.path("to"))) {
        ObjectNode body = JsonText.object();
        body.putObject("transition").put("id", transition.path("id").asText());
        wire.send(Call.post(path, body));
        return;
      }
    }
    throw new TrackerException(
        "Jira lets nobody move "
            + issue.name()
            + " from its status to "
            + words
            + ": do it by hand");
  }

  private void remember(Wire wire, Issue issue, String run) throws TrackerException {
    String path = ROOT + "/issue/" + issue.name() + "/properties/" + PROPERTY;
    wire.send(new Call("PUT", path, property(run)));
  }
}
