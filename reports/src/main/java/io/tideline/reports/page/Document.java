package io.tideline.reports.page;

import io.tideline.reports.html.Html;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page as one file. It loads nothing, and says so to the browser: only the two scripts in it may
 * run, by their digests, so that no name or message of a run could become one even if it got past
 * the escaping. Where scripts and styles are forbidden altogether (as on Jenkins, by its own rules)
 * the words and tables are all there, plain and without charts.
 */
final class Document {
  private static final List<String> SCRIPTS =
      List.of(
          "ground.js",
          "plot.js",
          "course.js",
          "resources.js",
          "heat.js",
          "spread.js",
          "search.js",
          "scaling.js",
          "tables.js",
          "start.js");

  private Document() {}

  /**
   * The whole file, for UTF-8.
   *
   * @param body HTML
   * @param data JSON in which no {@code <} is left
   */
  static String of(String title, String body, String data) {
    String library = Library.script();
    String own =
        SCRIPTS.stream()
            .map(Resource::beside)
            .collect(Collectors.joining("\n", "(() => {\n", "})();\n"));
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src "
        + digest(library)
        + " "
        + digest(own)
        + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + Html.element("title", title)
        + "\n<style>\n"
        + Library.style()
        + "\n"
        + Resource.beside("page.css")
        + "</style></head>\n<body><main>\n"
        + body
        + "</main>\n<script type=\"application/json\" id=\"data\">"
        + data
        + "</script>\n<script>"
        + library
        + "</script>\n<script>"
        + own
        + "</script>\n</body></html>\n";
  }

  private static String digest(String script) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(bytes) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
