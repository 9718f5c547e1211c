package io.tideline.engine.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.tideline.engine.proxy.ProxyApi.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Serves {@link ProxyApi} on a thread of its own. As with Toxiproxy a browser is refused, so that
 * no page that someone looks at can steer proxies.
 */
public final class ProxyServer implements AutoCloseable {
  private static final int LARGEST_BODY = 1 << 20;

  private final EventLoopGroup group;
  private final Channel channel;

  private ProxyServer(EventLoopGroup group, Channel channel) {
    this.group = group;
    this.channel = channel;
  }

  /**
   * Opens it.
   *
   * @param address host and port; port 0 for a free one
   * @throws IOException with a sentence when it cannot be had
   */
  public static ProxyServer open(Proxies proxies, String address) throws IOException {
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("tideline-proxy-api", true), NioIoHandler.newFactory());
    ProxyApi api = new ProxyApi(proxies);
    ChannelFuture bound =
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
                            new HttpServerKeepAliveHandler(),
                            new HttpObjectAggregator(LARGEST_BODY),
                            new Handler(api));
                  }
                })
            .bind(Addresses.of(address))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw new IOException(
          "the proxies cannot be steered at " + address + " (" + bound.cause().getMessage() + ")",
          bound.cause());
    }
    return new ProxyServer(group, bound.channel());
  }

  /** Where it is, without a slash at the end. */
  public String url() {
    return "http://" + Addresses.text((InetSocketAddress) channel.localAddress());
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }

  private static final class Handler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final ProxyApi api;

    Handler(ProxyApi api) {
      this.api = api;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      String agent = request.headers().get(HttpHeaderNames.USER_AGENT, "");
      String path = new QueryStringDecoder(request.uri()).path();
      Answer answer =
          agent.startsWith("Mozilla/")
              ? new Answer(
                  ApiRefusal.FORBIDDEN,
                  ToxicJson.JSON.createObjectNode().put("error", "no browsers here"))
              : api.call(
                  request.method().name(),
                  path,
                  request.content().toString(StandardCharsets.UTF_8));
      context.writeAndFlush(response(answer));
    }

    private static FullHttpResponse response(Answer answer) {
      JsonNode json = answer.body();
      ByteBuf body =
          json == null
              ? Unpooled.EMPTY_BUFFER
              : Unpooled.copiedBuffer(json.toString(), StandardCharsets.UTF_8);
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), body);
      if (json != null) {
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
      }
      return response;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
