package io.tideline.engine.control;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;

/** Lets {@link ControlRoutes} answer the requests of {@link ControlServer}. */
@Sharable
final class ControlHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final ControlRoutes routes;

  ControlHandler(ControlRoutes routes) {
    this.routes = routes;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    context
        .writeAndFlush(routes.answer(request, request.uri()))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
