package io.tideline.engine.pilot;

import io.tideline.engine.pilot.CapacityRecord.Scale;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Search;
import io.tideline.engine.resource.Consumption;
import io.tideline.engine.search.Capacity;
import io.tideline.engine.search.StepResult;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Tells of a search as it goes: a line for each step, and the record of all of them. */
public final class SearchJournal {
  private final CapacityFile file;
  private final Consumer<String> console;
  private final Scale scale;
  private final Map<Integer, List<Consumption>> consumed = new HashMap<>();

  /**
   * @param plan with a search
   * @param file the record
   * @param console where lines go
   */
  public SearchJournal(Plan plan, CapacityFile file, Consumer<String> console) {
    Search search = Objects.requireNonNull(plan.search());
    this.file = file;
    this.console = console;
    this.scale = new Scale(plan.load().rate(), search.atLeast());
  }

  void begin(Capacity capacity) throws IOException {
    file.write(CapacityRecord.of(capacity, scale, consumed, ""));
  }

  /** A step is about to be taken again. */
  void repeat(StepResult result) {
    console.accept(line(result) + "; once more");
  }

  /** What the target consumed in a step, to be told before the step. */
  void consumed(int step, List<Consumption> resources) {
    consumed.put(step, resources);
  }

  void step(StepResult result, Capacity capacity) throws IOException {
    console.accept(line(result));
    file.write(CapacityRecord.of(capacity, scale, consumed, ""));
  }

  void end(Capacity capacity, String remark) throws IOException {
    CapacityRecord record = CapacityRecord.of(capacity, scale, consumed, remark);
    file.write(record);
    console.accept("Tideline: the search has ended. " + record.sentence());
    Bottleneck bottleneck = record.bottleneck();
    if (bottleneck != null) {
      console.accept("Tideline: " + bottleneck.sentence());
    }
  }

  private String line(StepResult result) {
    return String.format(
        Locale.ROOT,
        "Tideline: step %d (%s), %.4g users per second: %s",
        result.step().number(),
        result.step().phase(),
        result.step().load() * scale.rate(),
        result.verdict().sentence());
  }
}
