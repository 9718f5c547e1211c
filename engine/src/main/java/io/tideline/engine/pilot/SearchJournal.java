package io.tideline.engine.pilot;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Search;
import io.tideline.engine.search.Capacity;
import io.tideline.engine.search.StepResult;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells of a search as it goes: a line for each step, and the record of all of them. */
public final class SearchJournal {
  private final CapacityFile file;
  private final Consumer<String> console;
  private final double rate;
  private final @Nullable Double atLeast;

  /**
   * @param plan with a search
   * @param file the record
   * @param console where lines go
   */
  public SearchJournal(Plan plan, CapacityFile file, Consumer<String> console) {
    Search search = Objects.requireNonNull(plan.search());
    this.file = file;
    this.console = console;
    this.rate = plan.load().rate();
    this.atLeast = search.atLeast();
  }

  void begin(Capacity capacity) throws IOException {
    file.write(CapacityRecord.of(capacity, rate, atLeast, ""));
  }

  /** A step is about to be taken again. */
  void repeat(StepResult result) {
    console.accept(line(result) + "; once more");
  }

  void step(StepResult result, Capacity capacity) throws IOException {
    console.accept(line(result));
    file.write(CapacityRecord.of(capacity, rate, atLeast, ""));
  }

  void end(Capacity capacity, String remark) throws IOException {
    CapacityRecord record = CapacityRecord.of(capacity, rate, atLeast, remark);
    file.write(record);
    console.accept("Tideline: the search has ended. " + record.sentence());
  }

  private String line(StepResult result) {
    return String.format(
        Locale.ROOT,
        "Tideline: step %d (%s), %.4g users per second: %s",
        result.step().number(),
        result.step().phase(),
        result.step().load() * rate,
        result.verdict().sentence());
  }
}
