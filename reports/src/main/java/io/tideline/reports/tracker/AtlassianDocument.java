package io.tideline.reports.tracker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.reports.stats.JsonText;
import java.util.List;

/**
 * Text in the Atlassian Document Format, version 1, which Jira takes for descriptions and comments.
 * Texts are shortened so that the whole stays below Jira's 32,767 characters.
 */
final class AtlassianDocument {
  private static final int MOST_TEXT = 600;
  private static final int MOST_ITEMS = 40;
  private static final int HEADING_LEVEL = 3;

  private final ObjectNode document = JsonText.object().put("version", 1).put("type", "doc");
  private final ArrayNode content = document.putArray("content");

  AtlassianDocument paragraph(String text) {
    paragraph(text, content);
    return this;
  }

  AtlassianDocument heading(String text) {
    ObjectNode heading = content.addObject().put("type", "heading");
    heading.putObject("attrs").put("level", HEADING_LEVEL);
    text(text, heading.putArray("content"));
    return this;
  }

  /** A list with an item for each text; without any, a word that says so after a heading. */
  AtlassianDocument list(List<String> texts) {
    if (texts.isEmpty()) {
      return content.path(content.size() - 1).path("type").asText().equals("heading")
          ? paragraph("None")
          : this;
    }
    ArrayNode items = content.addObject().put("type", "bulletList").putArray("content");
    texts.stream()
        .limit(MOST_ITEMS)
        .forEach(
            text -> paragraph(text, items.addObject().put("type", "listItem").putArray("content")));
    return this;
  }

  AtlassianDocument code(String code) {
    text(code, content.addObject().put("type", "codeBlock").putArray("content"));
    return this;
  }

  ObjectNode json() {
    return document;
  }

  private static void paragraph(String text, ArrayNode within) {
    text(text, within.addObject().put("type", "paragraph").putArray("content"));
  }

  /** A text node may not be empty. */
  private static void text(String text, ArrayNode within) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    String some = line.length() <= MOST_TEXT ? line : line.substring(0, MOST_TEXT - 1) + "…";
    if (!some.isEmpty()) {
      within.addObject().put("type", "text").put("text", some);
    }
  }
}
