package io.tideline.reports.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** As GitHub's REST interface of 2022-11-28 takes issues, comments and changes of a repository. */
final class LocalGitHub extends LocalTracker {
  static final String TOKEN = "ghp_secret0123456789";
  static final String ISSUES = "/repos/acme/memories/issues";

  /** All issues, the newest last. */
  final List<ObjectNode> issues = new ArrayList<>();

  final List<String> comments = new ArrayList<>();
  boolean setsLabels = true;

  LocalGitHub() throws IOException {}

  @Override
  Answer answer(HttpExchange exchange, JsonNode body) {
    expect(header(exchange, "Accept").equals("application/vnd.github+json"), "Accept");
    expect(header(exchange, "X-GitHub-Api-Version").equals("2022-11-28"), "version");
    expect(header(exchange, "User-Agent").startsWith("Tideline/"), "GitHub wants a User-Agent");
    if (!header(exchange, "Authorization").equals("Bearer " + TOKEN)) {
      return Answer.json(401, "{\"message\": \"Bad credentials\"}");
    }
    String path = exchange.getRequestURI().getPath();
    String call = exchange.getRequestMethod() + " " + path.replaceAll("/\\d+", "/N");
    return switch (call) {
      case "GET " + ISSUES -> list(exchange.getRequestURI().getQuery());
      case "POST " + ISSUES -> create(body);
      case "PATCH " + ISSUES + "/N" -> change(number(path), body);
      case "POST " + ISSUES + "/N/comments" -> comment(number(path), body);
      default -> Answer.json(404, "{\"message\": \"Not Found\"}");
    };
  }

  private static int number(String path) {
    return Integer.parseInt(path.replaceAll("\\D", ""));
  }

  private Answer list(String query) {
    for (String part : query.split("&")) {
      expect(
          part.matches(
              "labels=tideline|state=all|sort=created|direction=desc|per_page=\\d+|page=\\d+"),
          part);
    }
    int perPage = Integer.parseInt(query.replaceAll(".*per_page=(\\d+).*", "$1"));
    int page = Integer.parseInt(query.replaceAll(".*&page=(\\d+).*", "$1"));
    expect(perPage <= 100, "at most 100 on a page");
    ArrayNode found = JSON.createArrayNode();
    for (int i = issues.size() - 1; i >= 0; i--) {
      if (issues.get(i).path("labels").toString().contains("\"name\":\"tideline\"")) {
        found.add(issues.get(i));
      }
    }
    ArrayNode shown = JSON.createArrayNode();
    for (int i = (page - 1) * perPage; i < Math.min(found.size(), page * perPage); i++) {
      shown.add(found.get(i));
    }
    return Answer.json(200, shown);
  }

  private Answer create(JsonNode body) {
    expectFields(body, Set.of("title"), Set.of("body", "labels", "assignees", "milestone", "type"));
    expect(body.path("title").asText().length() <= 256, "title");
    expect(body.path("body").asText().length() <= 65_536, "body");
    body.path("labels").forEach(label -> expect(label.asText().length() <= 50, "label"));
    ObjectNode issue = JSON.createObjectNode();
    issue.put("number", issues.size() + 1).put("state", "open");
    issue.put("title", body.path("title").asText()).put("body", body.path("body").asText());
    ArrayNode labels = issue.putArray("labels");
    if (setsLabels) {
      body.path("labels").forEach(label -> labels.addObject().put("name", label.asText()));
    }
    issues.add(issue);
    return Answer.json(201, issue);
  }

  private Answer change(int number, JsonNode body) {
    expectFields(
        body,
        Set.of(),
        Set.of("title", "body", "state", "state_reason", "labels", "assignees", "milestone"));
    expect(body.path("state").asText("open").matches("open|closed"), "state");
    expect(
        body.path("state_reason").asText("reopened").matches("completed|not_planned|reopened"),
        "state_reason");
    ObjectNode issue = issues.get(number - 1);
    issue.setAll((ObjectNode) body);
    return Answer.json(200, issue);
  }

  private Answer comment(int number, JsonNode body) {
    expectFields(body, Set.of("body"), Set.of());
    expect(number <= issues.size(), "no such issue");
    expect(!body.path("body").asText().isBlank(), "an empty comment");
    comments.add(number + ": " + body.path("body").asText());
    return Answer.json(201, JSON.createObjectNode().put("id", comments.size()));
  }
}
