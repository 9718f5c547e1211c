package io.tideline.simulations.journeys;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.javaapi.core.ChainBuilder;
import io.tideline.simulations.endpoints.Memories;
import io.tideline.simulations.endpoints.Timeline;
import io.tideline.simulations.endpoints.Writes;
import java.util.List;

/** Writes a memory and reads it back; one user in five forgets the title first. */
final class CreateMemory implements Journey {
  private static final double FORGETS_TITLE = 0.2;

  @Override
  public String name() {
    return "Create memory";
  }

  @Override
  public List<String> requests() {
    return List.of(
        Timeline.OPEN,
        Memories.WRITE_WITHOUT_TITLE,
        Memories.WRITE,
        Memories.READ_OWN,
        Memories.REOPEN);
  }

  @Override
  public int mostRequests() {
    return 5;
  }

  @Override
  public ChainBuilder steps(Visitor visitor) {
    int forgets = visitor.nextStep();
    return exec(Timeline.open())
        .exec(visitor.thinks())
        .exec(
            doIf(session -> visitor.random(session, forgets).nextDouble() < FORGETS_TITLE)
                .then(exec(Memories.writeWithoutTitle()).exec(visitor.thinks())))
        .exec(MemoryDraft.of(visitor), visitor.begins(Writes.MEMORY))
        .exec(Memories.write(MemoryDraft::json))
        .exec(visitor.wasTold(Writes.MEMORY, "memoryId"))
        .exec(Memories.readOwn())
        .exec(visitor.thinks())
        .exec(Memories.reopen());
  }
}
