package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream of one connection: from its source through the stages of its toxics to its sink. The
 * source is read as long as the sink takes what is written and little is held back. All on the
 * connection's event loop.
 */
final class Flow {
  private static final int MOST_HELD = 1 << 20;

  private final Link link;
  private final SocketChannel source;
  private final SocketChannel sink;
  private final List<Placed> placed = new ArrayList<>();
  private @Nullable Stage first;
  private int held;
  private boolean ended;

  Flow(Link link, SocketChannel source, SocketChannel sink) {
    this.link = link;
    this.source = source;
    this.sink = sink;
  }

  /** Bytes enter the first stage. */
  void enter(ByteBuf bytes) {
    if (isClosed()) {
      bytes.release();
    } else if (first == null) {
      write(bytes);
    } else {
      first.data(bytes);
    }
  }

  /** The source's end enters the first stage. */
  void enterEnd() {
    if (first == null) {
      writeEnd();
    } else {
      first.end();
    }
  }

  void write(ByteBuf bytes) {
    if (isClosed()) {
      bytes.release();
      return;
    }
    sink.writeAndFlush(bytes).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    if (!sink.isWritable()) {
      adjustReading();
    }
  }

  void writeEnd() {
    sink.writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            written -> {
              sink.shutdownOutput();
              ended = true;
              link.closeWhenBothEnded();
            });
  }

  boolean hasEnded() {
    return ended;
  }

  /** Reads the source or lets it wait. */
  void adjustReading() {
    boolean reads = sink.isWritable() && held < MOST_HELD;
    if (source.config().isAutoRead() != reads) {
      source.config().setAutoRead(reads);
    }
  }

  /** More bytes are held back, or fewer. */
  void held(int more) {
    boolean was = held < MOST_HELD;
    held += more;
    if (was != held < MOST_HELD) {
      adjustReading();
    }
  }

  /** Puts these toxics on the stream, in their order, and takes away all others. */
  void apply(List<Toxic> toxics) {
    List<Placed> gone = placed.stream().filter(one -> !toxics.contains(one.toxic())).toList();
    for (Placed one : gone) {
      int at = placed.indexOf(one);
      one.stage().leave();
      placed.remove(at);
      chain();
    }
    for (Toxic toxic : toxics) {
      if (placed.stream().noneMatch(one -> one.toxic().equals(toxic))) {
        placed.add(new Placed(toxic, Stages.of(toxic, this)));
      }
    }
    chain();
  }

  private void chain() {
    for (int i = 0; i < placed.size(); i++) {
      placed.get(i).stage().before(i + 1 < placed.size() ? placed.get(i + 1).stage() : null);
    }
    first = placed.isEmpty() ? null : placed.get(0).stage();
  }

  /** Frees what the stages hold. */
  void drop() {
    placed.forEach(one -> one.stage().drop());
  }

  EventLoop eventLoop() {
    return source.eventLoop();
  }

  boolean isClosed() {
    return link.isClosed();
  }

  void close() {
    link.close();
  }

  void reset() {
    link.reset();
  }

  /** Closes the connection when what was written is on its way. */
  void closeAfterFlush() {
    sink.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> link.close());
  }

  Channel source() {
    return source;
  }

  private record Placed(Toxic toxic, Stage stage) {}
}
