package io.tideline.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.plan.ProxySpec.Protocol;
import io.tideline.engine.proxy.Toxic.Stream;
import io.tideline.engine.proxy.Toxic.Type;
import io.tideline.testkit.QuietMachine;
import io.tideline.testkit.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each toxic against a client and a server that count bytes and time. */
@Timeout(60)
class ProxyIT {
  private static final int MEBIBYTE = 1 << 20;

  /** Trouble may last longer than it was asked for on a machine that is busy, never shorter. */
  private static final Duration LATE = Duration.ofSeconds(6);

  private Proxies proxies = new Proxies(7);

  @AfterEach
  void close() {
    proxies.close();
  }

  /** Each try with proxies of its own. */
  private void judges(QuietMachine.Judged test) throws Exception {
    QuietMachine.judges(
        () -> {
          proxies.close();
          proxies = new Proxies(7);
          test.run();
        });
  }

  @Test
  void bytesComeThroughAsTheyAre() throws Exception {
    try (Upstream upstream = Upstream.echoing();
        Socket client = client(upstream)) {
      byte[] sent = new byte[8 * MEBIBYTE];
      new Random(1).nextBytes(sent);

      Thread writer = new Thread(() -> write(client, sent));
      writer.start();
      byte[] got = client.getInputStream().readNBytes(sent.length);
      writer.join();

      assertThat(got).isEqualTo(sent);
      Waiting.untilAsserted(
          () -> {
            assertThat(upstream.bytes()).isEqualTo(sent.length);
            assertThat(counts().bytesUp()).isEqualTo(sent.length);
            assertThat(counts().bytesDown()).isEqualTo(sent.length);
          });
    }
  }

  @Test
  void anEndInOneDirectionLeavesTheOtherOpen() throws Exception {
    try (Upstream upstream = Upstream.echoing();
        Socket client = client(upstream)) {
      client.getOutputStream().write("all".getBytes(StandardCharsets.US_ASCII));
      client.shutdownOutput();

      assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("all");
    }
  }

  @Test
  void aSlowReaderHoldsUpTheSender() throws Exception {
    try (Upstream upstream = Upstream.sending(64 * MEBIBYTE);
        Socket client = client(upstream)) {
      client.getOutputStream().write(1);
      long held = bytesDownOnceNoMoreCome();

      assertThat(held).isPositive().isLessThan(40L * MEBIBYTE);
      assertThat(client.getInputStream().readAllBytes()).hasSize(64 * MEBIBYTE);
    }
  }

  @Test
  void latencyComesOnTopOfEachAnswerAndGoesAgain() throws Exception {
    judges(this::latencyComesAndGoes);
  }

  private void latencyComesAndGoes() throws Exception {
    try (Upstream upstream = Upstream.echoing();
        Socket client = client(upstream)) {
      put(Type.LATENCY, Map.of("latency", 200.0));
      Duration slow = roundTrip(client);
      proxies.remove("p", "t");
      Duration fast = roundTrip(client);

      assertThat(slow).isBetween(Duration.ofMillis(195), LATE);
      assertThat(fast).isLessThan(Duration.ofMillis(190));
    }
  }

  @Test
  void jitterSpreadsTheLatency() throws Exception {
    judges(this::latenciesDiffer);
  }

  private void latenciesDiffer() throws Exception {
    try (Upstream upstream = Upstream.echoing();
        Socket client = client(upstream)) {
      put(Type.LATENCY, Map.of("latency", 60.0, "jitter", 40.0));
      long least = Long.MAX_VALUE;
      long most = 0;
      for (int i = 0; i < 25; i++) {
        long millis = roundTrip(client).toMillis();
        least = Math.min(least, millis);
        most = Math.max(most, millis);
      }

      assertThat(least).isBetween(19L, 99L);
      assertThat(most).isBetween(61L, 6_000L);
    }
  }

  @Test
  void bandwidthLetsSoManyBytesThroughASecond() throws Exception {
    judges(this::bytesTakeTheirTime);
  }

  private void bytesTakeTheirTime() throws Exception {
    try (Upstream upstream = Upstream.sending(300_000);
        Socket client = client(upstream)) {
      put(Type.BANDWIDTH, Map.of("rate", 200.0));
      long begin = System.nanoTime();
      client.getOutputStream().write(1);
      byte[] got = client.getInputStream().readAllBytes();

      assertThat(got).hasSize(300_000);
      assertThat(since(begin)).isBetween(Duration.ofMillis(1_400), LATE);
    }
  }

  @Test
  void nothingPassesABlackHoleAndNobodyIsTold() throws Exception {
    try (Upstream upstream = Upstream.echoing();
        Socket client = client(upstream)) {
      roundTrip(client);
      put(Type.TIMEOUT, Map.of());
      client.setSoTimeout(500);
      client.getOutputStream().write(1);

      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> client.getInputStream().read());
      proxies.remove("p", "t");
      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> client.getInputStream().read())
          .withMessageContaining("reset");
    }
  }

  @Test
  void aBlackHoleWithATimeoutClosesTheConnection() throws Exception {
    judges(this::isClosedInTime);
  }

  private void isClosedInTime() throws Exception {
    try (Upstream upstream = Upstream.echoing();
        Socket client = client(upstream)) {
      roundTrip(client);
      long begin = System.nanoTime();
      put(Type.TIMEOUT, Map.of("timeout", 300.0));

      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(since(begin)).isBetween(Duration.ofMillis(290), LATE);
    }
  }

  @Test
  void aResetIsSeenAsAReset() throws Exception {
    try (Upstream upstream = Upstream.echoing();
        Socket client = client(upstream)) {
      put(Type.RESET_PEER, Map.of());
      client.getOutputStream().write(1);

      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> client.getInputStream().read())
          .withMessageContaining("reset");
    }
  }

  @Test
  void aConnectionOfACertainAgeIsResetAndLosesTheReplyToWhatWasDone() throws Exception {
    judges(this::isResetAtItsAge);
  }

  private void isResetAtItsAge() throws Exception {
    try (Upstream upstream = Upstream.echoing();
        Socket client = client(upstream)) {
      put(Type.RESET_PEER, Map.of("age", 500.0));
      roundTrip(client);
      Thread.sleep(600);
      client.getOutputStream().write(1);

      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> client.getInputStream().read())
          .withMessageContaining("reset");
      Waiting.until("the upstream was told", () -> counts().bytesUp() == 2);
    }
  }

  @Test
  void aSlowCloseComesAfterTheBytes() throws Exception {
    judges(this::closesLate);
  }

  private void closesLate() throws Exception {
    try (Upstream upstream = Upstream.sending(10);
        Socket client = client(upstream)) {
      put(Type.SLOW_CLOSE, Map.of("delay", 400.0));
      client.getOutputStream().write(1);
      InputStream in = client.getInputStream();
      assertThat(in.readNBytes(10)).hasSize(10);
      long begin = System.nanoTime();

      assertThat(in.read()).isEqualTo(-1);
      assertThat(since(begin)).isBetween(Duration.ofMillis(300), LATE);
    }
  }

  @Test
  void aConnectionIsCutAfterSoManyBytes() throws Exception {
    try (Upstream upstream = Upstream.sending(50_000);
        Socket client = client(upstream)) {
      put(Type.LIMIT_DATA, Map.of("bytes", 12_345.0));
      client.getOutputStream().write(1);

      assertThat(client.getInputStream().readAllBytes()).hasSize(12_345);
    }
  }

  @Test
  void slicesComeOneAfterTheOther() throws Exception {
    judges(this::slicesCome);
  }

  private void slicesCome() throws Exception {
    try (Upstream upstream = Upstream.sending(100);
        Socket client = client(upstream)) {
      put(Type.SLICER, Map.of("average_size", 10.0, "delay", 20_000.0));
      long begin = System.nanoTime();
      client.getOutputStream().write(1);
      InputStream in = client.getInputStream();
      int reads = 0;
      for (int read = in.read(new byte[100]); read > 0; read = in.read(new byte[100])) {
        reads++;
      }

      assertThat(reads).isBetween(8, 10);
      assertThat(since(begin)).isBetween(Duration.ofMillis(175), LATE);
    }
  }

  @Test
  void upstreamTroubleHoldsUpWhatTheClientSends() throws Exception {
    judges(this::sendingTakesItsTime);
  }

  private void sendingTakesItsTime() throws Exception {
    try (Upstream upstream = Upstream.echoing();
        Socket client = client(upstream)) {
      proxies.add("p", new Toxic("t", Type.BANDWIDTH, Stream.UPSTREAM, 1, Map.of("rate", 100.0)));
      long begin = System.nanoTime();
      write(client, new byte[50_000]);
      client.getInputStream().readNBytes(50_000);

      assertThat(since(begin)).isBetween(Duration.ofMillis(450), LATE);
    }
  }

  @Test
  void aProxyThatIsDownRefusesAndClosesUntilItIsUpAgain() throws Exception {
    try (Upstream upstream = Upstream.echoing();
        Socket client = client(upstream)) {
      roundTrip(client);
      String address = proxies.all().get(0).spec().listen();
      proxies.enable("p", false);

      assertThat(readsEnd(client)).isTrue();
      assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(address));
      proxies.enable("p", true);
      try (Socket again = connect(address)) {
        assertThat(roundTrip(again)).isLessThan(LATE);
      }
    }
  }

  @Test
  void aShareOfConnectionsIsHitAndTheSameOnesForTheSameSeed() throws Exception {
    try (Upstream upstream = Upstream.echoing()) {
      String address = open(upstream, Protocol.TCP);
      proxies.add("p", new Toxic("t", Type.RESET_PEER, Stream.DOWNSTREAM, 0.5, Map.of()));
      int hit = 0;
      for (int i = 0; i < 100; i++) {
        try (Socket client = connect(address)) {
          client.getOutputStream().write(1);
          client.getInputStream().read();
        } catch (SocketException reset) {
          hit++;
        }
      }

      assertThat(hit).isBetween(35, 65);
      Waiting.until("all were counted", () -> counts().connections() == 100);
    }
  }

  @Test
  void aShareOfRequestsOnOneConnectionIsAnsweredByTheProxy() throws Exception {
    try (Upstream upstream = Upstream.http();
        Socket client = connect(open(upstream, Protocol.HTTP))) {
      proxies.add(
          "p", new Toxic("t", Type.HTTP_STATUS, Stream.DOWNSTREAM, 0.5, Map.of("code", 503.0)));
      int broken = 0;
      for (int i = 0; i < 100; i++) {
        broken += get(client).startsWith("HTTP/1.1 503") ? 1 : 0;
      }

      assertThat(broken).isBetween(35, 65);
      Waiting.until("all were counted", () -> counts().requests() == 100);
      assertThat(counts().connections()).isEqualTo(1);
    }
  }

  @Test
  void aReplyIsDelayedOrCutInItsBody() throws Exception {
    judges(this::comesLateOrCut);
  }

  private void comesLateOrCut() throws Exception {
    try (Upstream upstream = Upstream.http();
        Socket client = connect(open(upstream, Protocol.HTTP))) {
      put(Type.HTTP_DELAY, Map.of("delay", 300.0));
      long begin = System.nanoTime();
      assertThat(get(client)).startsWith("HTTP/1.1 200").endsWith("0123456789");
      assertThat(since(begin)).isBetween(Duration.ofMillis(295), LATE);
      put(Type.HTTP_TRUNCATE, Map.of("bytes", 4.0));
      client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());

      String cut = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(cut).endsWith("\r\n\r\n0123");
    }
  }

  private long bytesDownOnceNoMoreCome() throws Exception {
    AtomicLong last = new AtomicLong();
    Waiting.until(
        "nothing comes any more",
        () -> {
          last.set(counts().bytesDown());
          Thread.sleep(500);
          return last.get() > 0 && last.get() == counts().bytesDown();
        });
    return last.get();
  }

  private Socket client(Upstream upstream) throws IOException {
    return connect(open(upstream, Protocol.TCP));
  }

  private String open(Upstream upstream, Protocol protocol) throws IOException {
    return proxies.open(new ProxySpec("p", "127.0.0.1:0", upstream.address(), protocol)).listen();
  }

  private static Socket connect(String address) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(Addresses.of(address));
    return socket;
  }

  private void put(Type type, Map<String, Double> attributes) throws IOException {
    proxies.add("p", new Toxic("t", type, Stream.DOWNSTREAM, 1, attributes));
  }

  private ProxyCounts counts() {
    return proxies.counts().get(0);
  }

  private static Duration roundTrip(Socket client) throws IOException {
    long begin = System.nanoTime();
    client.getOutputStream().write(42);
    assertThat(client.getInputStream().read()).isEqualTo(42);
    return since(begin);
  }

  private static boolean readsEnd(Socket client) {
    try {
      return client.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  /** One request; its reply's head and body of ten bytes, or of none for a status but 200. */
  private static String get(Socket client) throws IOException {
    client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
    StringBuilder reply = new StringBuilder();
    while (reply.indexOf("\r\n\r\n") < 0) {
      reply.append((char) client.getInputStream().read());
    }
    int body = reply.toString().startsWith("HTTP/1.1 200") ? 10 : 0;
    reply.append(new String(client.getInputStream().readNBytes(body), StandardCharsets.US_ASCII));
    return reply.toString();
  }

  private static void write(Socket client, byte[] bytes) {
    try {
      client.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
