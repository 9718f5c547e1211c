package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/** Listens to one end of a connection: what comes from it, and whether it takes more. */
final class Ear extends ChannelInboundHandlerAdapter {
  private final Link link;
  private final Link.Heard heard;
  private final Flow back;

  /**
   * @param heard is told what comes
   * @param back the stream whose sink this end is
   */
  Ear(Link link, Link.Heard heard, Flow back) {
    this.link = link;
    this.heard = heard;
    this.back = back;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    heard.bytes((ByteBuf) message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      heard.end();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    back.adjustReading();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    link.close();
  }

  /** A connection that was reset is reset at its other end as well. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    link.reset();
  }
}
