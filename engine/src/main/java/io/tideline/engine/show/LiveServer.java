package io.tideline.engine.show;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

/**
 * Serves a run's metrics and page, on one thread of its own:
 *
 * <pre>
 *   GET  /            the page
 *   GET  /metrics     Prometheus text, OpenMetrics or protobuf, as the scraper accepts
 *   GET  /events      what the page shows, as server-sent events
 *   POST /control/... the run's controls, for clients of this machine that have their token
 * </pre>
 *
 * <p>It is opened before a run, so that a port that cannot be had is known in time, and says that
 * there is nothing to see until a run is there.
 */
public final class LiveServer implements AutoCloseable {
  private static final int LARGEST_REQUEST_BYTES = 16_384;
  private static final int BACKLOG = 128;

  private final EventLoopGroup group;
  private final Channel channel;
  private final LiveRoutes routes;

  private LiveServer(EventLoopGroup group, Channel channel, LiveRoutes routes) {
    this.group = group;
    this.channel = channel;
    this.routes = routes;
  }

  /**
   * Opens the server.
   *
   * @param host interface to listen on
   * @param port to listen on; 0 for a free one
   * @throws IOException when it cannot be had; the message is one sentence for the user
   */
  public static LiveServer open(String host, int port) throws IOException {
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("tideline-live-server", true), NioIoHandler.newFactory());
    LiveRoutes routes = new LiveRoutes();
    try {
      return new LiveServer(group, bind(group, routes, address(host, port)), routes);
    } catch (IOException e) {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw e;
    }
  }

  private static InetSocketAddress address(String host, int port) throws IOException {
    try {
      return new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException e) {
      throw new IOException(
          "metrics cannot be served on \""
              + host
              + "\", which is no address of this machine; leave metricsHost out for 127.0.0.1",
          e);
    }
  }

  private static Channel bind(EventLoopGroup group, LiveRoutes routes, InetSocketAddress address)
      throws IOException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(io.netty.channel.ChannelOption.SO_BACKLOG, BACKLOG)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel client) {
                    client
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(LARGEST_REQUEST_BYTES),
                            new LiveHandler(routes));
                  }
                });
    var bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "metrics cannot be served on "
              + address.getHostString()
              + " port "
              + address.getPort()
              + " ("
              + bound.cause().getMessage()
              + "); give another with metricsPort, or none for a free one",
          bound.cause());
    }
    return bound.channel();
  }

  LiveRoutes routes() {
    return routes;
  }

  /** Where the page is, without a slash at its end. */
  public String url() {
    InetSocketAddress own = (InetSocketAddress) channel.localAddress();
    boolean anywhere = own.getAddress().isAnyLocalAddress();
    String host = anywhere ? "127.0.0.1" : own.getAddress().getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + own.getPort();
  }

  /** Closes it and all connections. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}
