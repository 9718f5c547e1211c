package io.tideline.simulations.journeys;

import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.javaapi.core.ChainBuilder;
import io.tideline.simulations.endpoints.Memories;
import io.tideline.simulations.endpoints.Shares;
import io.tideline.simulations.endpoints.Timeline;
import java.util.List;

/** Shares a memory from the timeline; a friend opens the link without an account. */
final class ShareMemory implements Journey {

  @Override
  public String name() {
    return "Share memory";
  }

  @Override
  public List<String> requests() {
    return List.of(Timeline.OPEN, Memories.OPEN, Shares.SHARE, Shares.OPEN_LINK);
  }

  @Override
  public int mostRequests() {
    return 4;
  }

  @Override
  public ChainBuilder steps(Visitor visitor) {
    return exec(Timeline.open())
        .exec(visitor.picksMemory(), visitor.thinks())
        .exec(Memories.open())
        .exec(visitor.thinks())
        .exec(Shares.share())
        .exec(visitor.thinks())
        .exec(Shares.openLink());
  }
}
