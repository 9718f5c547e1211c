package io.tideline.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.tideline.engine.plan.NetworkFault;
import io.tideline.engine.plan.NetworkFault.Direction;
import io.tideline.engine.plan.NetworkFault.Of;
import io.tideline.engine.plan.NetworkTrouble;
import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.plan.ProxySpec.Protocol;
import io.tideline.engine.proxy.Proxies;
import io.tideline.engine.proxy.ProxyServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults through Toxiproxy's API, which our own proxies serve here. */
class ToxiproxyIT {
  private final Proxies proxies = new Proxies(1);
  private ProxyServer server;
  private Toxiproxy toxiproxy;

  @BeforeEach
  void open() throws Exception {
    server = ProxyServer.open(proxies, "127.0.0.1:0");
    toxiproxy = new Toxiproxy(server.url());
    ProxySpec opened =
        toxiproxy.open(new ProxySpec("a b", "127.0.0.1:0", "127.0.0.1:1", Protocol.TCP));
    assertThat(opened.listen()).doesNotEndWith(":0");
  }

  @AfterEach
  void close() {
    server.close();
    proxies.close();
  }

  @Test
  void aFaultIsPutOnBothStreamsAndTakenOff() throws Exception {
    NetworkFault spec =
        new NetworkFault(
            "a b", new NetworkTrouble.Bandwidth(1_500), Direction.BOTH, 0.5, Of.CONNECTIONS);
    TroubledNetwork fault = new TroubledNetwork("slow one", spec, toxiproxy);

    fault.begin();
    assertThat(proxy())
        .contains("\"name\":\"slow one_upstream\"", "\"name\":\"slow one_downstream\"")
        .contains("{\"rate\":2}", "\"toxicity\":0.5");
    fault.end();
    fault.end();
    assertThat(proxy()).contains("\"toxics\":[]");
  }

  @Test
  void aProxyIsShutAndOpenedAgain() throws Exception {
    NetworkFault spec =
        new NetworkFault("a b", new NetworkTrouble.Down(), Direction.DOWN, 1, Of.CONNECTIONS);
    TroubledNetwork fault = new TroubledNetwork("down", spec, toxiproxy);

    fault.begin();
    assertThat(proxy()).contains("\"enabled\":false");
    fault.end();
    assertThat(proxy()).contains("\"enabled\":true");
  }

  @Test
  void whatWasMadeHereIsTakenAwayAtTheEnd() throws Exception {
    toxiproxy.close();

    assertThat(proxy()).contains("proxy not found");
    assertThatIOException()
        .isThrownBy(() -> toxiproxy.enable("a b", true))
        .withMessageContaining("Toxiproxy refuses POST /proxies/a%20b: 404");
  }

  private String proxy() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/proxies/a%20b")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
