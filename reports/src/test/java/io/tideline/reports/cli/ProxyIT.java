package io.tideline.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code proxy} from the jar. */
@Timeout(120)
class ProxyIT {
  private static final Path JAR = Path.of("target", "tideline.jar").toAbsolutePath();

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aProxyIsSteeredThroughItsApiAndCountsAtItsEnd() throws Exception {
    String upstream = "127.0.0.1:" + server.getAddress().getPort();
    Process proxy =
        proxy("--upstream", upstream, "--protocol", "http", "--api", "0", "--seconds", "60");
    try (BufferedReader out = proxy.inputReader()) {
      String api = out.readLine().replace("Steered at ", "");
      String address = out.readLine().replaceAll("Proxy on (\\S+) to .*", "$1");
      assertThat(get(address).statusCode()).isEqualTo(200);

      HttpRequest toxic =
          HttpRequest.newBuilder(URI.create(api + "/proxies/proxy/toxics"))
              .POST(
                  BodyPublishers.ofString(
                      "{\"type\":\"http_status\",\"attributes\":{\"code\":503}}"))
              .build();
      assertThat(client.send(toxic, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      assertThat(get(address).statusCode()).isEqualTo(503);
      proxy.toHandle().destroy(); // the process alone would close its output too

      assertThat(out.readLine()).startsWith("proxy: ").contains("2 requests");
    } finally {
      proxy.destroyForcibly();
    }
  }

  @Test
  void whatCannotBeIsSaid() throws Exception {
    Process proxy = proxy("--upstream", "127.0.0.1:1", "--toxic", "plague");
    String said = new BufferedReader(new InputStreamReader(proxy.getErrorStream())).readLine();

    assertThat(said).contains("\"plague\" is no toxic; write for example latency:latency=200");
    assertThat(proxy.waitFor()).isEqualTo(64);
  }

  private HttpResponse<String> get(String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://" + address + "/")).build(),
        BodyHandlers.ofString());
  }

  private static Process proxy(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            JAR.toString(),
            "proxy"));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).start();
  }
}
