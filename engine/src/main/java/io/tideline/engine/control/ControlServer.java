package io.tideline.engine.control;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * The control endpoint of one run, on the loopback interface and a free port, with one thread of
 * its own so that it never holds up a user:
 *
 * <pre>
 *   GET  /state               how the run stands
 *   POST /pause  /resume      the plan's clock stops and goes on
 *   POST /scale?factor=1.5    users at a multiple of the planned rate
 *   POST /stop                no more users; the run ends when the last one has left
 * </pre>
 *
 * <p>Every request needs the token of {@link ControlFile}; every answer is the {@link RunState} as
 * JSON.
 */
public final class ControlServer implements AutoCloseable {
  private static final int LARGEST_REQUEST_BYTES = 8192;
  private static final int TOKEN_BYTES = 24;

  private final EventLoopGroup group;
  private final Channel channel;
  private final Path file;
  private final ControlRoutes routes;

  private ControlServer(EventLoopGroup group, Channel channel, Path file, ControlRoutes routes) {
    this.group = group;
    this.channel = channel;
    this.file = file;
    this.routes = routes;
  }

  /**
   * Opens the endpoint and writes its control file.
   *
   * @param folder the run's {@code tideline} folder
   * @throws IOException when no port can be had or the file cannot be written
   */
  public static ControlServer open(Controls controls, Path folder) throws IOException {
    String token = token();
    ControlRoutes routes = new ControlRoutes(controls, token);
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("tideline-control", true), NioIoHandler.newFactory());
    try {
      Channel channel = bind(group, new ControlHandler(routes));
      int port = ((InetSocketAddress) channel.localAddress()).getPort();
      Path file = folder.resolve(ControlFile.FILE_NAME);
      new ControlFile("http://127.0.0.1:" + port, token, ProcessHandle.current().pid()).write(file);
      return new ControlServer(group, channel, file, routes);
    } catch (IOException e) {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw e;
    }
  }

  /** The same controls, to be asked through another server too. */
  public ControlRoutes routes() {
    return routes;
  }

  private static Channel bind(EventLoopGroup group, ControlHandler handler) throws IOException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel client) {
                    client
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(LARGEST_REQUEST_BYTES),
                            handler);
                  }
                });
    var bound =
        bootstrap
            .bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("no port for the control endpoint: " + bound.cause(), bound.cause());
    }
    return bound.channel();
  }

  private static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Closes the endpoint and removes its file. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close().awaitUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
