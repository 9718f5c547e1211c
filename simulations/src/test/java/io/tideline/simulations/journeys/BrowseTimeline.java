package io.tideline.simulations.journeys;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.javaapi.core.ChainBuilder;
import io.tideline.simulations.endpoints.MediaFiles;
import io.tideline.simulations.endpoints.Memories;
import io.tideline.simulations.endpoints.Timeline;
import java.util.List;

/**
 * Scrolls the timeline, opens what looks good, comes back to it, and looks for more of the kind.
 */
final class BrowseTimeline implements Journey {

  @Override
  public String name() {
    return "Browse timeline";
  }

  @Override
  public List<String> requests() {
    return List.of(
        Timeline.OPEN,
        Timeline.SCROLL,
        Memories.OPEN,
        MediaFiles.PREVIEW,
        Memories.REOPEN,
        Timeline.FILTER,
        Timeline.REFRESH);
  }

  @Override
  public int mostRequests() {
    return 8;
  }

  @Override
  public ChainBuilder steps(Visitor visitor) {
    int tagChoice = visitor.nextStep();
    return exec(Timeline.open())
        .exec(visitor.thinks())
        .exec(Timeline.scroll())
        .exec(visitor.thinks())
        .exec(Timeline.scroll())
        .exec(visitor.picksMemory(), visitor.thinks())
        .exec(Memories.open())
        .exec(doIf(session -> session.contains("mediaId")).then(exec(MediaFiles.preview())))
        .exec(visitor.thinks())
        .exec(Memories.reopen())
        .exec(
            session ->
                session.set(
                    "tag",
                    visitor
                        .feeders()
                        .tags()
                        .popular(visitor.random(session, tagChoice).nextDouble())))
        .exec(Timeline.filter())
        .exec(visitor.thinks())
        .exec(Timeline.refresh());
  }
}
