package io.tideline.reports.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** As Jira Cloud's REST interface, version 3, takes issues, searches, comments and transitions. */
final class LocalJira extends LocalTracker {
  static final String USER = "load@example.com";
  static final String TOKEN = "ATATT-secret";
  private static final String ISSUE = "/rest/api/3/issue";

  /** All issues, the newest last, as a search shows them. */
  final List<ObjectNode> issues = new ArrayList<>();

  final List<JsonNode> comments = new ArrayList<>();
  boolean canBeDone = true;
  int mostOnAPage = 2;

  LocalJira() throws IOException {}

  @Override
  Answer answer(HttpExchange exchange, JsonNode body) {
    expect(header(exchange, "Accept").equals("application/json"), "Accept");
    String pair = USER + ":" + TOKEN;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    if (!header(exchange, "Authorization").equals("Basic " + basic)) {
      return Answer.json(401, "Client must be authenticated to access this resource.");
    }
    expect(
        body == null || header(exchange, "Content-Type").equals("application/json"),
        "Content-Type");
    String path = exchange.getRequestURI().getPath();
    String call = exchange.getRequestMethod() + " " + path.replaceAll("/PERF-\\d+", "/KEY");
    return switch (call) {
      case "POST /rest/api/3/search/jql" -> search(body);
      case "POST " + ISSUE -> create(body);
      case "POST " + ISSUE + "/KEY/comment" -> comment(body);
      case "GET " + ISSUE + "/KEY/transitions" -> transitions();
      case "POST " + ISSUE + "/KEY/transitions" -> move(issue(path), body);
      case "PUT " + ISSUE + "/KEY/properties/tideline" -> remember(issue(path), body);
      default -> Answer.json(404, "{\"errorMessages\": [\"Issue does not exist\"]}");
    };
  }

  private ObjectNode issue(String path) {
    String key = path.replaceAll(".*/(PERF-\\d+)/.*", "$1");
    return issues.stream().filter(i -> i.path("key").asText().equals(key)).findFirst().get();
  }

  private Answer search(JsonNode body) {
    expectFields(
        body,
        Set.of("jql"),
        Set.of(
            "fields",
            "properties",
            "maxResults",
            "nextPageToken",
            "expand",
            "fieldsByKeys",
            "reconcileIssues"));
    expect(
        body.path("jql")
            .asText()
            .equals("project = \"PERF\" AND labels = \"tideline\" ORDER BY created DESC"),
        "jql");
    expect(body.path("properties").size() <= 5, "at most 5 properties");
    int from = Integer.parseInt(body.path("nextPageToken").asText("0"));
    ObjectNode found = JSON.createObjectNode();
    ArrayNode shown = found.putArray("issues");
    for (int i = from; i < Math.min(issues.size(), from + mostOnAPage); i++) {
      shown.add(issues.get(issues.size() - 1 - i));
    }
    if (from + mostOnAPage < issues.size()) {
      found.put("nextPageToken", String.valueOf(from + mostOnAPage));
    } else {
      found.put("isLast", true);
    }
    return Answer.json(200, found);
  }

  private Answer create(JsonNode body) {
    expectFields(
        body, Set.of("fields"), Set.of("properties", "update", "transition", "historyMetadata"));
    JsonNode fields = body.path("fields");
    expectFields(
        fields,
        Set.of("project", "issuetype", "summary"),
        Set.of("description", "labels", "priority"));
    if (!fields.path("issuetype").path("name").asText().equals("Bug")) {
      return Answer.json(
          400, "{\"errorMessages\":[],\"errors\":{\"issuetype\":\"Specify a valid issue type\"}}");
    }
    expect(fields.path("project").path("key").asText().equals("PERF"), "project");
    String summary = fields.path("summary").asText();
    expect(!summary.contains("\n") && summary.length() <= 255, "summary");
    fields.path("labels").forEach(label -> expect(!label.asText().contains(" "), "label"));
    expectDocument(fields.path("description"));
    ObjectNode issue = JSON.createObjectNode();
    issue
        .put("id", String.valueOf(10_000 + issues.size()))
        .put("key", "PERF-" + (issues.size() + 1));
    ObjectNode shown = issue.putObject("fields");
    shown.put("summary", summary).set("labels", fields.path("labels"));
    status(issue, "new");
    ObjectNode properties = issue.putObject("properties");
    for (JsonNode property : body.path("properties")) {
      properties.set(property.path("key").asText(), property.path("value"));
    }
    issues.add(issue);
    return Answer.json(
        201, issue.deepCopy().retain("id", "key").put("self", url() + ISSUE + "/10000"));
  }

  private static void status(ObjectNode issue, String category) {
    ((ObjectNode) issue.path("fields"))
        .putObject("status")
        .putObject("statusCategory")
        .put("key", category);
  }

  private Answer comment(JsonNode body) {
    expectFields(body, Set.of("body"), Set.of("visibility", "properties"));
    expectDocument(body.path("body"));
    comments.add(body.path("body"));
    return Answer.json(201, "{\"id\": \"1\"}");
  }

  private Answer transitions() {
    ArrayNode list = JSON.createArrayNode();
    transition("11", "indeterminate", list);
    if (canBeDone) {
      transition("31", "done", list);
    }
    return Answer.json(200, JSON.createObjectNode().set("transitions", list));
  }

  private static void transition(String id, String category, ArrayNode list) {
    ObjectNode transition = list.addObject().put("id", id).put("name", category);
    transition.putObject("to").putObject("statusCategory").put("key", category);
  }

  private Answer move(ObjectNode issue, JsonNode body) {
    expectFields(body, Set.of("transition"), Set.of("fields", "update"));
    String id = body.path("transition").path("id").asText();
    expect(id.matches("11|31"), "transition");
    status(issue, id.equals("31") ? "done" : "indeterminate");
    return new Answer(204, Map.of(), "", 0);
  }

  private Answer remember(ObjectNode issue, JsonNode body) {
    ((ObjectNode) issue.path("properties")).set("tideline", body);
    return new Answer(200, Map.of(), "", 0);
  }

  /** The Atlassian Document Format, as far as it is used. */
  private static void expectDocument(JsonNode document) {
    expectFields(document, Set.of("version", "type", "content"), Set.of());
    expect(document.path("version").asInt() == 1, "version of the document");
    expect(document.path("type").asText().equals("doc"), "type of the document");
    expect(document.toString().length() < 32_767 * 2, "too long");
    document.path("content").forEach(LocalJira::expectBlock);
  }

  private static void expectBlock(JsonNode block) {
    switch (block.path("type").asText()) {
      case "paragraph", "codeBlock" -> {
        expectFields(block, Set.of("type"), Set.of("content", "attrs"));
        block.path("content").forEach(LocalJira::expectText);
      }
      case "heading" -> {
        expectFields(block, Set.of("type", "attrs", "content"), Set.of());
        int level = block.path("attrs").path("level").asInt();
        expect(level >= 1 && level <= 6, "level");
        block.path("content").forEach(LocalJira::expectText);
      }
      case "bulletList" -> {
        expect(block.path("content").size() > 0, "an empty list");
        for (JsonNode item : block.path("content")) {
          expect(item.path("type").asText().equals("listItem"), "item");
          item.path("content").forEach(LocalJira::expectBlock);
        }
      }
      default -> throw new AssertionError("block " + block.path("type"));
    }
  }

  private static void expectText(JsonNode text) {
    expectFields(text, Set.of("type", "text"), Set.of("marks"));
    expect(text.path("type").asText().equals("text"), "text");
    expect(!text.path("text").asText().isEmpty(), "an empty text");
  }
}
