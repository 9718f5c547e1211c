package io.tideline.engine.show;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.util.AttributeKey;
import io.tideline.engine.health.HealthSample;
import io.tideline.engine.live.LiveCourse;
import io.tideline.engine.live.LivePoint;
import io.tideline.engine.live.LiveRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells everyone who looks at the page how the run stands: the state each time, and of the course
 * what a viewer does not have yet, all of it at first. Whoever cannot take more at present gets it
 * the next time; nothing waits for them. One thread at a time.
 */
final class PageFeed {
  private static final AttributeKey<Seen> SEEN = AttributeKey.valueOf(PageFeed.class, "seen");

  private final LiveRun run;
  private final LiveRoutes routes;

  PageFeed(LiveRun run, LiveRoutes routes) {
    this.run = run;
    this.routes = routes;
  }

  /** How much of the course a viewer has. */
  private record Seen(int step, int points) {}

  void tell(@Nullable HealthSample health) {
    if (routes.viewers().isEmpty()) {
      return;
    }
    byte[] state = event("state", PageJson.state(run, health, routes.controls() != null));
    for (Channel viewer : routes.viewers()) {
      if (viewer.isWritable()) {
        tell(viewer, state);
      }
    }
  }

  private void tell(Channel viewer, byte[] state) {
    LiveCourse course = run.course();
    List<LivePoint> points = course.points();
    Seen seen = viewer.attr(SEEN).get();
    boolean fits = seen != null && seen.step() == course.step() && seen.points() <= points.size();
    int from = fits && seen != null ? seen.points() : 0;
    byte[] news =
        event(fits ? "points" : "course", PageJson.points(points.subList(from, points.size())));
    viewer.attr(SEEN).set(new Seen(course.step(), points.size()));
    ByteBuf bytes = Unpooled.wrappedBuffer(state, news);
    viewer.writeAndFlush(new DefaultHttpContent(bytes));
  }

  private static byte[] event(String name, String json) {
    return ("event: " + name + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
