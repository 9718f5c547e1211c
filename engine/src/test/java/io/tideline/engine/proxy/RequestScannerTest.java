package io.tideline.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are found however the bytes are cut. */
class RequestScannerTest {
  private static final String HTTP =
      "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"
          + "POST /b HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"
          + "POST /c HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "5;x=y\r\nGET /\r\n3\r\nabc\r\n0\r\nTrailer: 1\r\n\r\n"
          + "DELETE /d HTTP/1.1\r\n\r\n";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
  void requestsOfHttpEndWhereTheirBodiesEnd(int piece) {
    HttpScanner scanner = new HttpScanner();
    byte[] bytes = HTTP.getBytes(StandardCharsets.US_ASCII);
    StringBuilder begins = new StringBuilder();
    for (int from = 0; from < bytes.length; from += piece) {
      int to = Math.min(bytes.length, from + piece);
      ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
      for (int at = from; at < to; ) {
        if (scanner.isBetween()) {
          begins.append((char) bytes[at]);
        }
        at = scanner.scan(buffer, at, to);
      }
    }

    assertThat(begins).hasToString("GPPD");
    assertThat(scanner.requests()).isEqualTo(4);
    assertThat(scanner.isBetween()).isTrue();
  }

  @Test
  void anotherProtocolIsSpokenOnceTheServerSwitchesAndNotWhenItIsAskedFor() {
    String asking = "GET /a HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
    ByteBuf bytes = Unpooled.copiedBuffer(asking, StandardCharsets.US_ASCII);
    HttpScanner scanner = new HttpScanner();
    scanner.scan(bytes, 0, bytes.writerIndex());
    assertThat(scanner.isBetween()).isTrue();

    scanner.switched();
    scanner.scan(bytes, 0, bytes.writerIndex());
    assertThat(scanner.isBetween()).isFalse();
    assertThat(scanner.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 11, 1000})
  void queriesAndExecutesOfPostgresqlAreCounted(int piece) {
    ByteBuf sent = Unpooled.buffer();
    sent.writeInt(8).writeInt(80_877_103);
    sent.writeInt(12).writeInt(196_608).writeInt(0);
    message(sent, 'p', 9);
    message(sent, 'Q', 20);
    message(sent, 'P', 30);
    message(sent, 'B', 12);
    message(sent, 'E', 9);
    message(sent, 'S', 4);
    PostgresScanner scanner = new PostgresScanner();
    for (int from = 0; from < sent.writerIndex(); from += piece) {
      scanner.scan(sent, from, Math.min(sent.writerIndex(), from + piece));
    }

    assertThat(scanner.requests()).isEqualTo(2);
    assertThat(scanner.isBetween()).isTrue();
  }

  private static void message(ByteBuf buffer, char type, int length) {
    buffer.writeByte(type).writeInt(length).writeZero(length - 4);
  }
}
