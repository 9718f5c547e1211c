package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.control.ControlFile;
import io.tideline.engine.show.LiveFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What somebody does with the live page of a run: opens it, pauses and resumes the run, and opens
 * it again. Screenshots: {@code target/live-page}.
 */
final class PageVisit {
  private static final Path SCREENSHOTS = Path.of("target", "live-page");
  private static final long PAUSE_MILLIS = 4_000;
  private static final String STATE_IS = "document.getElementById('state').textContent === ";

  private final Browser browser;
  private final String url;
  private final String token;

  PageVisit(Browser browser, GatlingProcess run) throws IOException, InterruptedException {
    Files.createDirectories(SCREENSHOTS);
    this.browser = browser;
    this.url = LiveFile.read(run.awaitFile(LiveFile.FILE_NAME, 10)).url();
    this.token = ControlFile.read(run.awaitFile(ControlFile.FILE_NAME, 10)).token();
  }

  /** Looks at the run until its figures have moved. */
  void look() throws IOException, InterruptedException {
    browser.open(url + "/#token=" + token);
    browser.await("document.querySelectorAll('#requests tr').length > 10");
    String first = browser.text("note");
    browser.await("document.getElementById('note').textContent !== " + quoted(first));
    assertThat(browser.text("state")).isEqualTo("running");
    assertThat(browser.text("title")).isEqualTo("smoke");
    assertThat(browser.value("location.hash").asText()).isEmpty();
    assertThat(browser.value("document.querySelectorAll('#slos tr').length").asInt()).isEqualTo(4);
    assertThat(browser.value("document.querySelectorAll('svg path').length").asInt())
        .isGreaterThan(5);
    browser.screenshot(SCREENSHOTS.resolve("running.png"));
  }

  /** Pauses the run for a while by the page's buttons. */
  void pause() throws IOException, InterruptedException {
    browser.click("b-pause");
    browser.await(STATE_IS + "'paused'");
    assertThat(browser.text("said")).startsWith("done: paused");
    assertThat(browser.text("f-users")).endsWith("of 0");
    Thread.sleep(PAUSE_MILLIS);
    browser.screenshot(SCREENSHOTS.resolve("paused.png"));
    browser.click("b-resume");
    browser.await(STATE_IS + "'running'");
  }

  /** Opens the page again: it has the whole course, the pause in it. */
  void comeAgain() throws InterruptedException {
    browser.open(url + "/");
    browser.await("points.length > 10");
    browser.await("points.some(point => point[STARTED] === 0 && point[PLANNED] === 0)");
  }

  void seeTheEnd() throws IOException, InterruptedException {
    browser.await(STATE_IS + "'ended'");
    browser.screenshot(SCREENSHOTS.resolve("ended.png"));
    browser.dark();
    browser.screenshot(SCREENSHOTS.resolve("ended-dark.png"));
    browser.narrow();
    browser.screenshot(SCREENSHOTS.resolve("ended-narrow.png"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "\\'") + "'";
  }
}
