package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GrafanaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");

  @Test
  void eachPanelHasAUnitADescriptionAndARunbookThatIsThere() throws IOException {
    for (Path file : GrafanaQueries.dashboards()) {
      Set<Integer> ids = new HashSet<>();
      for (JsonNode panel : JSON.readTree(file.toFile()).get("panels")) {
        assertThat(ids.add(panel.get("id").asInt())).as(file + " " + panel.get("id")).isTrue();
        if (!panel.get("type").asText().equals("row")) {
          String title = file.getFileName() + ": " + panel.get("title").asText();
          assertThat(panel.at("/fieldConfig/defaults/unit").asText()).as(title).isNotEmpty();
          assertThat(panel.path("description").asText()).as(title).endsWith(".");
          assertThat(panel.path("targets")).as(title).isNotEmpty();
          String link = panel.at("/links/0/url").asText();
          assertThat(link).as(title).startsWith("${runbooks}/");
          assertThat(RUNBOOKS.resolve(link.substring("${runbooks}/".length()))).isRegularFile();
        }
      }
    }
  }

  @Test
  void everyPanelAsksTheDataSourceThatIsProvisioned() throws IOException {
    String provisioned =
        Files.readString(GrafanaQueries.FOLDER.resolve("provisioning/datasources/prometheus.yaml"));
    Matcher uid = Pattern.compile("uid: (\\S+)").matcher(provisioned);
    assertThat(uid.find()).isTrue();
    for (Path file : GrafanaQueries.dashboards()) {
      for (JsonNode used : JSON.readTree(file.toFile()).findValues("datasource")) {
        assertThat(used.path("uid").asText()).as(file.toString()).isEqualTo(uid.group(1));
      }
    }
  }

  @Test
  void whatTheComposeFileMountsIsThere() throws IOException {
    Path compose = GrafanaQueries.FOLDER.resolve("compose.yaml");
    Matcher mount = Pattern.compile("- (\\.\\S*):/").matcher(Files.readString(compose));
    int mounts = 0;
    while (mount.find()) {
      mounts++;
      assertThat(GrafanaQueries.FOLDER.resolve(mount.group(1))).isDirectory();
    }
    assertThat(mounts).isEqualTo(4);
  }

  @Test
  void eachAlertLeadsToItsOwnRunbook() throws IOException {
    String rules = Files.readString(GrafanaQueries.FOLDER.resolve("prometheus/alerts.yml"));
    Matcher alert = Pattern.compile("alert: (\\w+)").matcher(rules);
    int alerts = 0;
    while (alert.find()) {
      alerts++;
      assertThat(rules)
          .contains("runbook_url: '{{ $externalLabels.runbooks }}/" + alert.group(1) + ".md'");
      assertThat(Files.readString(RUNBOOKS.resolve(alert.group(1) + ".md")))
          .contains("## What it means", "## What to look at first", "## What to do");
    }
    assertThat(alerts).isEqualTo(GrafanaQueries.ofAlerts().size()).isGreaterThan(5);
  }

  @Test
  void noQueryNamesAMetricThatDocsDoNotList() throws IOException {
    String documented = Files.readString(Path.of("..", "docs", "metrics.md"));
    Pattern metric = Pattern.compile("tideline_[a-z0-9_]+");
    Set<String> named = new HashSet<>();
    for (String query : GrafanaQueries.ofDashboards("r").values()) {
      metric.matcher(query).results().forEach(found -> named.add(found.group()));
    }
    for (String query : GrafanaQueries.ofAlerts().values()) {
      metric.matcher(query).results().forEach(found -> named.add(found.group()));
    }
    assertThat(named).hasSizeGreaterThan(15);
    for (String name : named) {
      String family = name.replaceAll("_(bucket|count|sum)$", "");
      assertThat(documented).containsAnyOf("`" + name + "`", "`" + family + "`");
    }
  }
}
