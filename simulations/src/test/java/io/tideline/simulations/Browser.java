package io.tideline.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A headless Chromium with one page, steered by its DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

  private Browser(Process process, URI debugger) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(debugger, new Listener())
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
  }

  static Browser start(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Process process =
        new ProcessBuilder(
                List.of(
                    "chromium",
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1280,1500",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + folder,
                    "about:blank"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.txt").toFile())
            .start();
    return new Browser(process, page(folder));
  }

  private static URI page(Path folder) throws IOException, InterruptedException {
    Path active = folder.resolve("DevToolsActivePort");
    for (int i = 0; i < PATIENCE_SECONDS * 5; i++) {
      if (Files.exists(active) && Files.size(active) > 0) {
        String port = Files.readAllLines(active).get(0);
        HttpRequest list =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
        String targets = HttpClient.newHttpClient().send(list, BodyHandlers.ofString()).body();
        for (JsonNode target : JSON.readTree(targets)) {
          if (target.path("type").asText().equals("page")) {
            return URI.create(target.get("webSocketDebuggerUrl").asText());
          }
        }
      }
      Thread.sleep(200);
    }
    throw new AssertionError("Chromium did not start: " + folder.resolve("chromium.txt"));
  }

  private JsonNode ask(String method, ObjectNode parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  void open(String url) {
    ask("Page.navigate", JSON.createObjectNode().put("url", url));
  }

  /** The value of an expression in the page. */
  JsonNode value(String expression) {
    ObjectNode parameters =
        JSON.createObjectNode().put("expression", expression).put("returnByValue", true);
    return ask("Runtime.evaluate", parameters).at("/result/result/value");
  }

  String text(String id) {
    return value("(document.getElementById('" + id + "') || {}).textContent || ''").asText();
  }

  void click(String id) {
    value("document.getElementById('" + id + "').click()");
  }

  void await(String expression) throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 5; i++) {
      if (value(expression).asBoolean()) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError(
        "never: " + expression + "; the page: " + value("document.body.innerText"));
  }

  /** Whoever looks likes it dark. */
  void dark() {
    ObjectNode parameters = JSON.createObjectNode().put("media", "");
    parameters
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", "dark");
    ask("Emulation.setEmulatedMedia", parameters);
  }

  /** As on a telephone. */
  void narrow() {
    ask(
        "Emulation.setDeviceMetricsOverride",
        JSON.createObjectNode()
            .put("width", 390)
            .put("height", 1800)
            .put("deviceScaleFactor", 1)
            .put("mobile", true));
  }

  /** The whole page, however long. */
  void screenshot(Path file) throws IOException {
    ObjectNode parameters =
        JSON.createObjectNode().put("format", "png").put("captureBeyondViewport", true);
    parameters
        .putObject("clip")
        .put("x", 0)
        .put("y", 0)
        .put("width", value("innerWidth").asInt())
        .put("height", value("document.documentElement.scrollHeight").asInt())
        .put("scale", 1);
    JsonNode answer = ask("Page.captureScreenshot", parameters);
    Files.write(file, Base64.getDecoder().decode(answer.at("/result/data").asText()));
  }

  @Override
  public void close() {
    socket.abort();
    Processes.stop(process);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        told(message.toString());
        message.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void told(String text) {
      try {
        JsonNode answer = JSON.readTree(text);
        CompletableFuture<JsonNode> waiting = answers.remove(answer.path("id").asInt());
        if (waiting != null) {
          waiting.complete(answer);
        }
      } catch (IOException e) {
        throw new AssertionError(text, e);
      }
    }
  }
}
