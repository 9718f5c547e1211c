package io.tideline.engine.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.tideline.engine.live.FakeLoad;
import io.tideline.engine.live.LiveRun;
import io.tideline.engine.live.LiveSamples;
import io.tideline.engine.live.LiveSubject;
import io.tideline.engine.simlog.LogBytes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AnnotationsIT {
  @TempDir Path folder;

  @Test
  void eachPhaseAndEachChangeIsToldOnce() throws Exception {
    BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    HttpServer grafana =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    grafana.createContext(
        "/api/annotations",
        exchange -> {
          assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer t");
          told.add(new ObjectMapper().readTree(exchange.getRequestBody()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    grafana.start();
    try {
      FakeLoad load = new FakeLoad(LiveSamples.plan());
      LiveSubject subject = LiveSamples.subject(folder, LogBytes.withRun(), load);
      LiveRun run = new LiveRun(subject, List.of());
      String url = "http://127.0.0.1:" + grafana.getAddress().getPort();
      Annotations annotations = new Annotations(url, "t", subject, Clock.systemUTC());
      load.elapsedSeconds = -1;
      annotations.tell(run.look());
      for (double elapsed : new double[] {1, 2, 6, 7}) {
        load.elapsedSeconds = elapsed;
        annotations.tell(run.look());
      }
      List<String> texts = List.of(text(told), text(told), text(told)).stream().sorted().toList();
      assertThat(texts).containsExactly("pause: by hand", "phase first", "phase warm-up");
      assertThat(told.poll(300, TimeUnit.MILLISECONDS)).isNull();
    } finally {
      grafana.stop(0);
    }
  }

  private static String text(BlockingQueue<JsonNode> told) throws InterruptedException {
    JsonNode annotation = told.poll(20, TimeUnit.SECONDS);
    assertThat(annotation.get("tags").get(0).asText()).isEqualTo("tideline");
    return annotation.get("text").asText();
  }
}
