package io.tideline.simulations.journeys;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.tideline.feeders.SearchRow;
import io.tideline.simulations.endpoints.Memories;
import io.tideline.simulations.endpoints.Search;
import java.util.List;
import java.util.Map;

/** Searches twice, opens what it finds. */
final class SearchMemories implements Journey {

  @Override
  public String name() {
    return "Search memories";
  }

  @Override
  public List<String> requests() {
    return List.of(Search.SEARCH, Memories.OPEN);
  }

  @Override
  public int mostRequests() {
    return 4;
  }

  @Override
  public ChainBuilder steps(Visitor visitor) {
    return exec(searchAndOpen(visitor, 0)).exec(visitor.thinks()).exec(searchAndOpen(visitor, 1));
  }

  private static ChainBuilder searchAndOpen(Visitor visitor, int round) {
    return exec(session -> choose(session, visitor, round))
        .exec(Search.search())
        .exec(
            doIf(session -> !session.getList("ids").isEmpty())
                .then(exec(visitor.thinks()).exec(visitor.picksMemory()).exec(Memories.open())));
  }

  private static Session choose(Session session, Visitor visitor, int round) {
    SearchRow search = visitor.feeders().searches().at(Visitor.arrival(session) * 2 + round);
    return session.setAll(Map.of("term", search.term(), "finds", String.valueOf(search.finds())));
  }
}
