package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Trouble with single requests of one connection: answered by the proxy, answered late, or answered
 * in part. A request that is sent before the one in front of it was answered (pipelining) is left
 * alone. All on the connection's event loop.
 */
final class HttpTrouble {
  private static final String SWITCHING = "HTTP/1.1 101";

  private final Proxy proxy;
  private final HttpScanner scanner;
  private final Flow up;
  private final Flow down;
  private final Deque<ByteBuf> held = new ArrayDeque<>();
  private List<Toxic> toxics = List.of();
  private long connection;
  private Ordeal ordeal = Ordeal.NONE;
  private boolean awaited;
  private boolean upstreamEnded;
  private @Nullable ReplyBody body;
  private @Nullable ScheduledFuture<?> release;

  HttpTrouble(Proxy proxy, HttpScanner scanner, Flow up, Flow down) {
    this.proxy = proxy;
    this.scanner = scanner;
    this.up = up;
    this.down = down;
  }

  /**
   * Lets these toxics, and no others, happen to requests that begin from now on.
   *
   * @param number of the connection
   */
  void apply(List<Toxic> others, long number) {
    toxics = others;
    connection = number;
  }

  /** What the client sends. */
  void up(ByteBuf bytes) {
    try {
      while (bytes.isReadable()) {
        if (scanner.isBetween()) {
          begin();
        }
        int to = scanner.scan(bytes, bytes.readerIndex(), bytes.writerIndex());
        ByteBuf part = bytes.readRetainedSlice(to - bytes.readerIndex());
        if (ordeal.status() > 0) {
          part.release();
        } else {
          up.enter(part);
        }
        if (scanner.isBetween() && ordeal.status() > 0) {
          awaited = false;
          down.enter(reply(ordeal.status()));
        }
      }
    } finally {
      bytes.release();
    }
  }

  private void begin() {
    long request = proxy.counters().request();
    ordeal = awaited ? Ordeal.NONE : Ordeal.of(toxics, toxic -> isHit(toxic, request));
    body = ordeal.bodyBytes() < 0 ? null : new ReplyBody(ordeal.bodyBytes());
    awaited = true;
  }

  private boolean isHit(Toxic toxic, long request) {
    return proxy.hits(toxic, toxic.value("connections") > 0 ? connection : request);
  }

  private static ByteBuf reply(int status) {
    String text =
        "HTTP/1.1 "
            + HttpResponseStatus.valueOf(status)
            + "\r\nContent-Length: 0\r\nX-Tideline-Fault: status\r\n\r\n";
    return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
  }

  /** What the upstream answers. */
  void down(ByteBuf bytes) {
    if (awaited && isSwitching(bytes)) {
      scanner.switched();
    }
    awaited = false;
    if (ordeal.delayNanos() > 0 && release == null) {
      release = up.eventLoop().schedule(this::release, ordeal.delayNanos(), TimeUnit.NANOSECONDS);
    }
    if (release != null) {
      down.held(bytes.readableBytes());
      held.add(bytes);
    } else {
      answer(bytes);
    }
  }

  /** An asked-for protocol is spoken once the server says so, and not if it answers as ever. */
  private static boolean isSwitching(ByteBuf reply) {
    return reply.readableBytes() >= SWITCHING.length()
        && reply
            .toString(reply.readerIndex(), SWITCHING.length(), StandardCharsets.US_ASCII)
            .equals(SWITCHING);
  }

  private void release() {
    release = null;
    ordeal = ordeal.afterDelay();
    for (ByteBuf bytes = held.poll(); bytes != null; bytes = held.poll()) {
      down.held(-bytes.readableBytes());
      answer(bytes);
    }
    if (upstreamEnded) {
      down.enterEnd();
    }
  }

  private void answer(ByteBuf bytes) {
    ReplyBody cut = body;
    if (cut == null) {
      down.enter(bytes);
      return;
    }
    int passes = cut.passes(bytes);
    boolean all = passes == bytes.readableBytes() && !cut.isOver();
    if (passes > 0) {
      down.enter(bytes.readRetainedSlice(passes));
    }
    bytes.release();
    if (!all) {
      down.closeAfterFlush();
    }
  }

  /** The upstream sends no more. */
  void downEnd() {
    upstreamEnded = true;
    if (release == null) {
      down.enterEnd();
    }
  }

  /** The connection is closed. */
  void drop() {
    ScheduledFuture<?> waiting = release;
    if (waiting != null) {
      waiting.cancel(false);
    }
    held.forEach(ByteBuf::release);
    held.clear();
  }
}
