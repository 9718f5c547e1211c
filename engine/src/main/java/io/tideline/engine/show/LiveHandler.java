package io.tideline.engine.show;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tideline.engine.control.ControlRoutes;
import io.tideline.engine.metrics.Scrape;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Answers the requests of one client of {@link LiveServer}. */
final class LiveHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final String CONTROL = "/control";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String NOTHING_YET = "The run has not begun; ask again in a moment.\n";

  private final LiveRoutes routes;

  LiveHandler(LiveRoutes routes) {
    this.routes = routes;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    String path = new QueryStringDecoder(request.uri()).path();
    if (path.equals("/events") && request.method().equals(HttpMethod.GET)) {
      stream(context);
      return;
    }
    FullHttpResponse response = answer(context, request, path);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
    response.headers().set("X-Content-Type-Options", "nosniff");
    response.headers().set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
    boolean keep = HttpUtil.isKeepAlive(request);
    HttpUtil.setKeepAlive(response, keep);
    var written = context.writeAndFlush(response);
    if (!keep) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private FullHttpResponse answer(
      ChannelHandlerContext context, FullHttpRequest request, String path) {
    if (path.startsWith(CONTROL + "/")) {
      return control(context, request);
    }
    if (!request.method().equals(HttpMethod.GET)) {
      return text(HttpResponseStatus.METHOD_NOT_ALLOWED, "use GET\n");
    }
    return switch (path) {
      case "/" -> page();
      case "/metrics" -> metrics(request.headers().get(HttpHeaderNames.ACCEPT, ""));
      default ->
          text(HttpResponseStatus.NOT_FOUND, "there are /, /metrics, /events and /control\n");
    };
  }

  private static FullHttpResponse page() {
    FullHttpResponse response =
        response(HttpResponseStatus.OK, "text/html; charset=utf-8", LivePage.bytes());
    response.headers().set("Content-Security-Policy", LivePage.POLICY);
    response.headers().set("Referrer-Policy", "no-referrer");
    return response;
  }

  private FullHttpResponse metrics(String accept) {
    Function<String, Scrape> metrics = routes.metrics();
    if (metrics == null) {
      return text(HttpResponseStatus.SERVICE_UNAVAILABLE, NOTHING_YET);
    }
    Scrape scrape = metrics.apply(accept);
    return response(HttpResponseStatus.OK, scrape.contentType(), scrape.body());
  }

  /** Whoever may read a run's metrics over the network may not steer it. */
  private FullHttpResponse control(ChannelHandlerContext context, FullHttpRequest request) {
    ControlRoutes controls = routes.controls();
    if (controls == null) {
      return text(HttpResponseStatus.SERVICE_UNAVAILABLE, "this run cannot be steered\n");
    }
    boolean here =
        context.channel().remoteAddress() instanceof InetSocketAddress client
            && client.getAddress().isLoopbackAddress();
    return here
        ? controls.answer(request, request.uri().substring(CONTROL.length()))
        : text(HttpResponseStatus.FORBIDDEN, "a run is steered from its own machine only\n");
  }

  private void stream(ChannelHandlerContext context) {
    HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    response.headers().set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
    HttpUtil.setTransferEncodingChunked(response, true);
    context.writeAndFlush(response);
    routes.add(context.channel());
  }

  private static FullHttpResponse text(HttpResponseStatus status, String text) {
    return response(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  private static FullHttpResponse response(HttpResponseStatus status, String type, byte[] body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
    return response;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // A client that went away, or what it sent is no HTTP: it concerns nobody else.
    context.close();
  }
}
