package io.tideline.engine.show;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.tideline.engine.control.ControlRoutes;
import io.tideline.engine.metrics.Scrape;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a server has to show at present, and who looks at its page. */
final class LiveRoutes {
  private final ChannelGroup viewers = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private volatile @Nullable Function<String, Scrape> metrics;
  private volatile @Nullable ControlRoutes controls;

  /** Shows metrics from now on, by the Accept header of whoever asks. */
  void metrics(Function<String, Scrape> shown) {
    metrics = shown;
  }

  void controls(ControlRoutes shown) {
    controls = shown;
  }

  @Nullable Function<String, Scrape> metrics() {
    return metrics;
  }

  @Nullable ControlRoutes controls() {
    return controls;
  }

  void add(Channel viewer) {
    viewers.add(viewer);
  }

  /** Those who look at the page. */
  ChannelGroup viewers() {
    return viewers;
  }
}
