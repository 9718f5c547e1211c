package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tideline.engine.control.ControlFile;
import io.tideline.engine.show.LiveFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live page in a real browser during a real run. Screenshots: {@code target/live-page}. */
@Timeout(300)
class LivePageIT {
  private static final Path SCREENSHOTS = Path.of("target", "live-page");

  @TempDir Path results;

  @Test
  void figuresMoveAndAPauseByItsButtonIsSeenInTheArrivals() throws Exception {
    assumeTrue(
        PrometheusProcess.isThere("chromium"),
        "chromium is not on the PATH; on Debian: apt-get install chromium");
    Files.createDirectories(SCREENSHOTS);
    try (GatlingProcess run =
        GatlingProcess.start(
            results, "scenario=smoke", "duration=40s", "rate=10", "linger=20s", "progress=off")) {
      String url = LiveFile.read(run.awaitFile(LiveFile.FILE_NAME, 10)).url();
      String token = ControlFile.read(run.awaitFile(ControlFile.FILE_NAME, 10)).token();
      try (Browser browser = Browser.start(results.resolve("browser"))) {
        browser.open(url + "/#token=" + token);
        browser.await("document.querySelectorAll('#requests tr').length > 10");
        String first = browser.text("note");
        browser.await("document.getElementById('note').textContent !== " + quoted(first));
        assertThat(browser.text("state")).isEqualTo("running");
        assertThat(browser.text("title")).isEqualTo("smoke");
        assertThat(browser.value("location.hash").asText()).isEmpty();
        assertThat(browser.value("document.querySelectorAll('#slos tr').length").asInt())
            .isEqualTo(4);
        browser.screenshot(SCREENSHOTS.resolve("running.png"));

        browser.click("b-pause");
        browser.await("document.getElementById('state').textContent === 'paused'");
        assertThat(browser.text("said")).startsWith("done: paused");
        assertThat(browser.text("f-users")).endsWith("of 0");
        Thread.sleep(5_000);
        browser.screenshot(SCREENSHOTS.resolve("paused.png"));
        browser.click("b-resume");
        browser.await("document.getElementById('state').textContent === 'running'");

        browser.open(url + "/");
        browser.await("points.length > 10");
        browser.await("points.some(point => point[PLANNED] === 0)");
        browser.await("points.some(point => point[STARTED] === 0 && point[PLANNED] === 0)");
        browser.await("document.getElementById('state').textContent === 'ended'");
        browser.screenshot(SCREENSHOTS.resolve("ended.png"));
      }
      assertThat(run.exitCode()).as(run.output()).isIn(0, 2);
      assertThat(run.folder().resolve("tideline/verdict.json")).isRegularFile();
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "\\'") + "'";
  }
}
