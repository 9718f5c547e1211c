package io.tideline.reports.cli;

import io.tideline.reports.tracker.GitHubIssues;
import io.tideline.reports.tracker.JiraIssues;
import io.tideline.reports.tracker.Tracker;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where tickets are posted to, as options say. */
final class Destination {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** What can be posted to. */
  enum Kind {
    github,
    jira
  }

  @Option(names = "--post", paramLabel = "TRACKER", description = "github or jira")
  private @Nullable Kind kind;

  @Option(
      names = "--to",
      paramLabel = "PLACE",
      description = "owner/repository on GitHub, or the key of a project in Jira")
  private String place = "";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {
        "for Jira the site, such as https://example.atlassian.net;",
        "for GitHub only when it is an Enterprise server: https://HOST/api/v3"
      })
  private String url = "";

  @Option(
      names = "--issue-type",
      paramLabel = "NAME",
      defaultValue = "Bug",
      description = "type of new issues in Jira; default: ${DEFAULT-VALUE}")
  private String issueType = "Bug";

  boolean isNamed() {
    return kind != null;
  }

  /**
   * The tracker.
   *
   * @param environment with its secrets; they are only needed if something is sent
   * @throws IOException when an option or a secret is missing or cannot be; one sentence
   */
  Tracker tracker(Map<String, String> environment, boolean send) throws IOException {
    if (kind == Kind.jira) {
      require(place.matches("[A-Z][A-Z0-9_]+"), "--to: the key of a Jira project, such as PERF");
      return new JiraIssues(
          place,
          issueType,
          secret("TIDELINE_JIRA_USER", environment, send),
          secret("TIDELINE_JIRA_TOKEN", environment, send));
    }
    boolean named = place.matches("[A-Za-z0-9-]+/[A-Za-z0-9._-]+");
    require(named, "--to: a repository of GitHub, such as owner/name");
    return new GitHubIssues(place, secret("TIDELINE_GITHUB_TOKEN", environment, send));
  }

  /** The base URL, without a slash at its end. A token goes over an open line to nobody else. */
  String base() throws IOException {
    String given = url.isEmpty() && kind == Kind.github ? GitHubIssues.BASE : url;
    require(!given.isEmpty(), "--url: where Jira is, such as https://example.atlassian.net");
    try {
      URI uri = URI.create(given.replaceAll("/+$", ""));
      String host = uri.getHost();
      boolean safe =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && host != null && LOOPBACK.contains(host));
      require(host != null && safe, "--url " + given + ": it must begin with https://");
      require(uri.getUserInfo() == null, "--url: no name or password belongs there");
      return uri.toString();
    } catch (IllegalArgumentException e) {
      throw new IOException("--url " + given + ": is no URL", e);
    }
  }

  private static String secret(String variable, Map<String, String> environment, boolean send)
      throws IOException {
    String value = environment.getOrDefault(variable, "").strip();
    require(
        !send || !value.isEmpty(), "environment variable " + variable + " is not set; export it");
    require(
        value.chars().noneMatch(Character::isISOControl),
        "environment variable " + variable + " holds more than one line");
    return value;
  }

  private static void require(boolean met, String otherwise) throws IOException {
    if (!met) {
      throw new IOException(otherwise);
    }
  }
}
