package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.Future;
import io.tideline.engine.proxy.Toxic.Stream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection through a proxy: its two ends, which share an event loop, and the two streams
 * between them. All on that event loop but {@link #apply}.
 */
final class Link {
  private final Proxy proxy;
  private final long number;
  private final SocketChannel client;
  private final SocketChannel upstream;
  private final Flow up;
  private final Flow down;
  private final @Nullable RequestScanner scanner;
  private final @Nullable HttpTrouble http;
  private boolean closed;

  /**
   * @param number of the connection at its proxy, which decides what happens to it
   */
  Link(Proxy proxy, long number, SocketChannel client, SocketChannel upstream) {
    this.proxy = proxy;
    this.number = number;
    this.client = client;
    this.upstream = upstream;
    up = new Flow(this, client, upstream);
    down = new Flow(this, upstream, client);
    scanner = RequestScanner.of(proxy.spec().protocol());
    http = scanner instanceof HttpScanner own ? new HttpTrouble(proxy, own, up, down) : null;
  }

  /** Begins to hand bytes on; both ends are connected. */
  void open() {
    arrange(proxy.toxics());
    client.pipeline().addLast(new Ear(this, new FromClient(), down));
    upstream.pipeline().addLast(new Ear(this, new FromUpstream(), up));
    client.config().setAutoRead(true);
    upstream.config().setAutoRead(true);
  }

  /** Lets these toxics, and no others, work on this connection; done when the future is. */
  Future<?> apply(List<Toxic> toxics) {
    return client.eventLoop().submit(() -> arrange(toxics));
  }

  private void arrange(List<Toxic> toxics) {
    if (closed) {
      return;
    }
    List<Toxic> hitting =
        toxics.stream().filter(t -> !t.type().isHttp() && proxy.hits(t, number)).toList();
    up.apply(hitting.stream().filter(t -> t.stream() == Stream.UPSTREAM).toList());
    down.apply(hitting.stream().filter(t -> t.stream() == Stream.DOWNSTREAM).toList());
    if (http != null) {
      http.apply(toxics.stream().filter(t -> t.type().isHttp()).toList(), number);
    }
  }

  boolean isClosed() {
    return closed;
  }

  void closeWhenBothEnded() {
    if (up.hasEnded() && down.hasEnded()) {
      close();
    }
  }

  void close() {
    end(false);
  }

  /** Closes both ends so that their peers see a reset. */
  void reset() {
    end(true);
  }

  private void end(boolean abruptly) {
    if (closed) {
      return;
    }
    closed = true;
    up.drop();
    down.drop();
    if (http != null) {
      http.drop();
    }
    for (SocketChannel end : List.of(client, upstream)) {
      close(end, abruptly);
    }
    proxy.closed(this);
  }

  /** Closes one end. */
  static void close(SocketChannel end, boolean abruptly) {
    if (abruptly && end.isOpen()) {
      end.config().setSoLinger(0);
    }
    end.close();
  }

  /** From another thread: closes it on its event loop. */
  Future<?> closeSoon() {
    return client.eventLoop().submit(() -> close());
  }

  Channel client() {
    return client;
  }

  /** What an end sends. */
  interface Heard {
    void bytes(ByteBuf bytes);

    void end();
  }

  private final class FromClient implements Heard {
    @Override
    public void bytes(ByteBuf bytes) {
      proxy.counters().up(bytes.readableBytes());
      if (http != null) {
        http.up(bytes);
        return;
      }
      if (scanner != null) {
        long before = scanner.requests();
        scanner.scan(bytes, bytes.readerIndex(), bytes.writerIndex());
        proxy.counters().requests(scanner.requests() - before);
      }
      up.enter(bytes);
    }

    @Override
    public void end() {
      up.enterEnd();
    }
  }

  private final class FromUpstream implements Heard {
    @Override
    public void bytes(ByteBuf bytes) {
      proxy.counters().down(bytes.readableBytes());
      if (http == null) {
        down.enter(bytes);
      } else {
        http.down(bytes);
      }
    }

    @Override
    public void end() {
      if (http == null) {
        down.enterEnd();
      } else {
        http.downEnd();
      }
    }
  }
}
