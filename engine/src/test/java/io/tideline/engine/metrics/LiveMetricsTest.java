package io.tideline.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.health.HealthSample;
import io.tideline.engine.live.FakeLoad;
import io.tideline.engine.live.LiveRun;
import io.tideline.engine.live.LiveSamples;
import io.tideline.engine.live.LiveSubject;
import io.tideline.engine.simlog.LogBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveMetricsTest {
  private static final String DURATION = "tideline_request_duration_seconds";

  @TempDir Path folder;
  private final FakeLoad load = new FakeLoad(LiveSamples.plan());

  private LiveMetrics metricsOf(LogBytes log) throws IOException {
    return metricsOf(LiveSamples.subject(folder, log, load));
  }

  private static LiveMetrics metricsOf(LiveSubject subject) {
    LiveMetrics metrics = new LiveMetrics(subject);
    LiveRun run = new LiveRun(subject, metrics.listeners());
    metrics.bind(run, Clock.systemUTC());
    run.look();
    return metrics;
  }

  @Test
  void requestsAreCountedByJourneyRequestPhaseAndOutcome() throws IOException {
    LogBytes log = LogBytes.withRun();
    LiveSamples.request(log, 1_000, 100, "");
    LiveSamples.request(log, 6_000, 300, "");
    LiveSamples.request(log, 6_000, 301, "");
    LiveSamples.request(log, 26_000, 100, "status 500");
    Scraped scraped = Scraped.of(metricsOf(log));
    Map<String, String> first = Map.of("phase", "first", "outcome", "ok", "request", "Open");
    assertThat(scraped.sum(DURATION + "_count", first)).isEqualTo(2);
    assertThat(scraped.sum(DURATION + "_sum", first)).isCloseTo(0.601, within(1e-9));
    assertThat(scraped.sum(DURATION + "_count", Map.of("outcome", "ko", "phase", "second")))
        .isEqualTo(1);
    assertThat(scraped.sum(DURATION + "_count", Map.of())).isEqualTo(4);
  }

  @Test
  void theLimitOfEachSloIsABucketSoThatWhatItPromisesIsCountedWithoutError() throws IOException {
    LogBytes log = LogBytes.withRun();
    LiveSamples.request(log, 6_000, 300, "");
    LiveSamples.request(log, 6_000, 301, "");
    Scraped scraped = Scraped.of(metricsOf(log));
    assertThat(scraped.sum(DURATION + "_bucket", Map.of("le", "0.3", "outcome", "ok")))
        .isEqualTo(1);
    assertThat(scraped.sum(DURATION + "_bucket", Map.of("le", "+Inf", "outcome", "ok")))
        .isEqualTo(2);
    assertThat(scraped.sum("tideline_slo_bad_requests_total", Map.of("metric", "p95")))
        .isEqualTo(1);
  }

  @Test
  void aRequestHasItsSeriesInTheNextPhaseFromThatPhasesBeginningOn() throws IOException {
    LogBytes log = LogBytes.withRun();
    LiveSamples.request(log, 6_000, 1, "");
    log.request(List.of("Create memory"), "Save", 40_000, 40_001, "");
    Scraped scraped = Scraped.of(metricsOf(log));
    assertThat(scraped.samples(DURATION + "_count"))
        .anySatisfy(
            (labels, value) -> {
              assertThat(labels).containsEntry("request", "Open").containsEntry("phase", "second");
              assertThat(value).isZero();
            });
  }

  @Test
  void thousandsOfDistinctMessagesGiveABoundedNumberOfSeriesAndNoneIsLost() throws IOException {
    LogBytes log = LogBytes.withRun();
    for (int i = 0; i < 5_000; i++) {
      LiveSamples.request(log, 6_000, 1, "failure of kind " + word(i));
    }
    LiveSamples.request(log, 6_000, 1, "order 123456 not found");
    LiveSamples.request(log, 6_000, 1, "order 654321 not found");
    Scraped scraped = Scraped.of(metricsOf(log));
    Map<Map<String, String>, Double> errors = scraped.samples("tideline_errors_total");
    assertThat(errors).hasSize(ErrorKinds.MOST + 1);
    assertThat(scraped.sum("tideline_errors_total", Map.of())).isEqualTo(5_002);
    assertThat(scraped.sum("tideline_errors_total", Map.of("kind", "other")))
        .isEqualTo(5_002 - ErrorKinds.MOST);
    assertThat(new ErrorKinds().of("order 654321 not found, 404"))
        .isEqualTo("order # not found, 404");
  }

  /** A word of its own for each number, without digits, which kinds leave out. */
  private static String word(int i) {
    StringBuilder word = new StringBuilder();
    for (int rest = i + 1; rest > 0; rest /= 20) {
      word.append((char) ('g' + rest % 20));
    }
    return word.toString();
  }

  @Test
  void aNameThatWouldBreakTheFormatIsEscaped() throws IOException {
    LogBytes log = LogBytes.withRun();
    log.request(List.of("a \"b\" \\c"), "<script>{}", 6_000, 6_001, "");
    Scraped scraped = Scraped.of(metricsOf(log));
    assertThat(scraped.sum(DURATION + "_count", Map.of("request", "<script>{}"))).isEqualTo(1);
    assertThat(scraped.text()).contains("journey=\"a \\\"b\\\" \\\\c\"");
  }

  @Test
  void aScraperThatReadsProtobufGetsNativeHistogramsAndOneThatReadsOpenMetricsGetsThose()
      throws IOException {
    LogBytes log = LogBytes.withRun();
    LiveSamples.request(log, 6_000, 300, "");
    LiveMetrics metrics = metricsOf(log);
    Scrape open =
        metrics.scrape("application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5");
    assertThat(open.contentType()).startsWith("application/openmetrics-text");
    assertThat(new String(open.body(), StandardCharsets.UTF_8)).endsWith("# EOF\n");
    Scrape messages =
        metrics.scrape(
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
                + "encoding=delimited");
    assertThat(messages.contentType()).startsWith("application/vnd.google.protobuf");
    assertThat(new String(messages.body(), StandardCharsets.ISO_8859_1)).contains(DURATION);
    assertThat(metrics.scrape("").contentType()).startsWith("text/plain");
  }

  @Test
  void theLagOfEachStartIsCounted() throws IOException {
    LiveMetrics metrics = metricsOf(LogBytes.withRun());
    metrics.started(-5);
    metrics.started(2_000_000);
    metrics.started(3_000_000_000L);
    Scraped scraped = Scraped.of(metrics);
    assertThat(scraped.sum(LagHistogram.NAME + "_bucket", Map.of("le", "0.0025"))).isEqualTo(2);
    assertThat(scraped.sum(LagHistogram.NAME + "_count", Map.of())).isEqualTo(3);
    assertThat(scraped.sum(LagHistogram.NAME + "_sum", Map.of())).isCloseTo(3.002, within(1e-9));
  }

  @Test
  void aWatchedRunHasNoInjectionNoSloAndNoGenerator() throws IOException {
    Path file = Files.write(folder.resolve("simulation.log"), LogBytes.ofEveryKind());
    Scraped scraped = Scraped.of(metricsOf(LiveSubject.of(file)));
    assertThat(scraped.types().keySet())
        .noneMatch(name -> name.contains("arrivals") || name.contains("slo"))
        .noneMatch(name -> name.contains("generator"));
    assertThat(scraped.sum(DURATION + "_count", Map.of("phase", "run", "scenario", "none")))
        .isEqualTo(3);
    assertThat(scraped.sum("tideline_requests_unsent_total", Map.of("request", "Sign in")))
        .isEqualTo(1);
    assertThat(scraped.sum("tideline_users_active", Map.of())).isZero();
  }

  @Test
  void docsListEveryNameAndLabelThatIsExportedAndNoOther() throws IOException {
    LogBytes log = LogBytes.withRun().error("Open: no session ", 10_000).user(0, true, 9_000);
    LiveSamples.request(log, 6_000, 300, "");
    LiveMetrics metrics = metricsOf(log);
    metrics.bindGenerator();
    metrics.health(new HealthSample(1, 0.5, 0, 1, 0, 1));
    Scraped scraped = Scraped.of(metrics);
    Map<String, String> exported = new TreeMap<>();
    scraped.types().forEach((name, type) -> exported.put(name, type + " " + scraped.labels(name)));
    Map<String, String> documented = documented();
    Set<String> notAlways =
        documented.keySet().stream()
            .filter(name -> name.contains("_jvm_gc_") || name.contains("_netty_"))
            .collect(Collectors.toSet());
    Map<String, String> expected = new TreeMap<>(documented);
    notAlways.stream().filter(name -> !exported.containsKey(name)).forEach(expected::remove);
    assertThat(exported).isEqualTo(expected);
  }

  private static Map<String, String> documented() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    Pattern row = Pattern.compile("\\| `(tideline_\\w+)` \\| (\\w+) \\|([^|]*)\\|.*");
    for (String line : Files.readAllLines(Path.of("../docs/metrics.md"))) {
      Matcher matcher = row.matcher(line);
      if (matcher.matches()) {
        Set<String> labels = new TreeSet<>(List.of(matcher.group(3).split("[`, ]+")));
        labels.remove("");
        rows.put(matcher.group(1), matcher.group(2) + " " + labels);
      }
    }
    return rows;
  }
}
