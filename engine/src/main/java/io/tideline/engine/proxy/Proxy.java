package io.tideline.engine.proxy;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import io.tideline.engine.plan.ProxySpec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One proxy: takes connections and hands them to its upstream through what its toxics do. Its
 * methods may be called by any thread but those that serve connections.
 */
final class Proxy {
  private static final int BACKLOG = 1024;
  private static final int CONNECT_MILLIS = 10_000;
  private static final long PATIENCE_SECONDS = 5;

  private final EventLoopGroup group;
  private final long seed;
  private final Counters counters = new Counters();
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private volatile ProxySpec spec;
  private volatile List<Toxic> toxics = List.of();
  private volatile @Nullable Channel listener;

  /**
   * @param seed from which follows which connections and requests are hit
   */
  Proxy(ProxySpec spec, EventLoopGroup group, long seed) {
    this.spec = spec;
    this.group = group;
    this.seed = seed;
  }

  /** What it is; once it has been enabled with the port it got. */
  ProxySpec spec() {
    return spec;
  }

  List<Toxic> toxics() {
    return toxics;
  }

  Counters counters() {
    return counters;
  }

  ProxyCounts counts() {
    return counters.counts(spec.name(), links.size());
  }

  boolean isEnabled() {
    return listener != null;
  }

  boolean hits(Toxic toxic, long index) {
    return Draw.hits(toxic, seed, index);
  }

  /** Hands connections that come from now on to another upstream, and closes those there are. */
  synchronized void upstream(String address) {
    spec = spec.to(address);
    closeLinks();
  }

  /** Listens elsewhere, and hands connections elsewhere; disabled when this returns. */
  synchronized void move(String listen, String upstream) {
    disable();
    spec = new ProxySpec(spec.name(), listen, upstream, spec.protocol());
  }

  /**
   * Takes connections from now on.
   *
   * @throws IOException with a sentence when it cannot listen
   */
  synchronized void enable() throws IOException {
    if (listener != null) {
      return;
    }
    InetSocketAddress address = Addresses.of(spec.listen());
    ChannelFuture bound = server().bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "proxy "
              + spec.name()
              + " cannot listen on "
              + spec.listen()
              + " ("
              + bound.cause().getMessage()
              + "); give it another port, or 0 for a free one",
          bound.cause());
    }
    listener = bound.channel();
    String listens = Addresses.text((InetSocketAddress) bound.channel().localAddress());
    spec = new ProxySpec(spec.name(), listens, spec.upstream(), spec.protocol());
  }

  /** Takes no connections any more and closes those there are. */
  synchronized void disable() {
    Channel open = listener;
    if (open != null) {
      open.close().awaitUninterruptibly();
      letGo(open);
      listener = null;
    }
    closeLinks();
  }

  /**
   * The JDK closes a listening socket when its selector is next asked, and until then the system
   * takes connections for it: waits for a turn of its event loop.
   */
  private static void letGo(Channel closed) {
    closed
        .eventLoop()
        .schedule(() -> {}, 1, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Lets these toxics, and no others, work; on all connections when this returns. */
  synchronized void toxics(List<Toxic> others) {
    toxics = List.copyOf(others);
    List<Future<?>> applied = new ArrayList<>();
    links.forEach(link -> applied.add(link.apply(toxics)));
    await(applied);
  }

  private void closeLinks() {
    List<Future<?>> closed = new ArrayList<>();
    links.forEach(link -> closed.add(link.closeSoon()));
    await(closed);
  }

  private static void await(List<Future<?>> all) {
    all.forEach(one -> one.awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private ServerBootstrap server() {
    return new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.AUTO_READ, false)
        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel client) {
                accepted(client);
              }
            });
  }

  /** A client is there, which is not read until the upstream is there too. */
  private void accepted(SocketChannel client) {
    long number = counters.connection();
    new Bootstrap()
        .group(client.eventLoop())
        .channel(NioSocketChannel.class)
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .handler(new ChannelInboundHandlerAdapter())
        .connect(Addresses.of(spec.upstream()))
        .addListener(
            (ChannelFuture connected) -> {
              if (connected.isSuccess()) {
                opened(new Link(this, number, client, (SocketChannel) connected.channel()));
              } else {
                counters.refused();
                Link.close(client, true);
              }
            });
  }

  private void opened(Link link) {
    links.add(link);
    link.open();
    if (!isEnabled() || !link.client().isActive()) {
      link.close();
    }
  }

  void closed(Link link) {
    links.remove(link);
  }
}
