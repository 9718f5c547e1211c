package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tideline.engine.schedule.StartLog.Ending;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Hosts that a plan does not allow, met on the way in a real Gatling process. */
class HostGuardIT extends ProbedRun {
  @Test
  void aRedirectToAHostThatIsNotAllowedIsNotFollowed() throws Exception {
    AtomicInteger elsewhere = new AtomicInteger();
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), port()), 0);
    other.createContext(
        "/",
        exchange -> {
          elsewhere.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    other.start();
    try {
      finished(gatling("probe.rate=5", "probe.seconds=2", "probe.path=/away"), Ending.COMPLETED);
      assertThat(elsewhere).hasValue(0);
      assertThat(Files.readString(results.resolve("output.txt")))
          .contains("no load may go to 127.0.0.2");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aRedirectToAnAllowedHostIsFollowed() throws Exception {
    finished(gatling("probe.rate=5", "probe.seconds=2", "probe.path=/here"), Ending.COMPLETED);
    assertThat(visits.get("/arrived")).hasValue(10);
  }

  @Test
  void anAbsoluteAddressOfAHostThatIsNotAllowedIsNotAsked() throws Exception {
    String away = "http://localhost:" + port() + "/arrived";
    finished(gatling("probe.rate=5", "probe.seconds=2", "probe.path=" + away), Ending.COMPLETED);
    assertThat(visits).isEmpty();
    assertThat(Files.readString(results.resolve("output.txt")))
        .contains("no load may go to localhost");
  }
}
