package io.tideline.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real InfluxDB of version 1 on a free port of this machine. */
final class InfluxProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 300;

  private final Process process;
  private final String url;

  private InfluxProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static InfluxProcess start(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port = PrometheusProcess.freePort();
    Path config = Files.writeString(folder.resolve("influxdb.conf"), config(folder, port));
    Process process =
        new ProcessBuilder("influxd", "-config", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("influxd.txt").toFile())
            .start();
    InfluxProcess started = new InfluxProcess(process, "http://127.0.0.1:" + port);
    started.awaitReady();
    return started;
  }

  private static String config(Path folder, int port) throws IOException {
    return """
    reporting-disabled = true
    bind-address = "127.0.0.1:%d"
    [meta]
      dir = "%s/meta"
    [data]
      dir = "%s/data"
      wal-dir = "%s/wal"
    [http]
      bind-address = "127.0.0.1:%d"
    """
        .formatted(PrometheusProcess.freePort(), folder, folder, folder, port);
  }

  private void awaitReady() throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try {
        get("/ping");
        return;
      } catch (IOException notYet) {
        Thread.sleep(200);
      }
    }
    close();
    throw new AssertionError("InfluxDB did not start");
  }

  String url() {
    return url;
  }

  /** The series that a query gives. */
  JsonNode series(String database, String query) throws IOException, InterruptedException {
    String asked = URLEncoder.encode(query, StandardCharsets.UTF_8);
    JsonNode answer = JSON.readTree(get("/query?db=" + database + "&q=" + asked));
    if (answer.at("/results/0/series").isMissingNode()) {
      throw new AssertionError(query + ": " + answer);
    }
    return answer.at("/results/0/series");
  }

  private String get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString())
        .body();
  }

  @Override
  public void close() {
    Processes.stop(process);
  }
}
