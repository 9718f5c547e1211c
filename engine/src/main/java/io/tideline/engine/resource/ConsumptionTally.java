package io.tideline.engine.resource;

import java.util.DoubleSummaryStatistics;
import org.jspecify.annotations.Nullable;

/** Sums up readings of one resource. */
final class ConsumptionTally {
  private final String source;
  private final String name;
  private final Unit unit;
  private final DoubleSummaryStatistics values = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics limits = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics waiting = new DoubleSummaryStatistics();

  ConsumptionTally(String source, Reading first) {
    this.source = source;
    this.name = first.name();
    this.unit = first.unit();
  }

  void add(Reading reading) {
    values.accept(reading.value());
    if (reading.limit() != null) {
      limits.accept(reading.limit());
    }
    if (reading.waiting() != null) {
      waiting.accept(reading.waiting());
    }
  }

  Consumption consumption() {
    return new Consumption(
        source,
        name,
        unit,
        values.getAverage(),
        values.getMax(),
        mean(limits),
        mean(waiting),
        Math.toIntExact(values.getCount()));
  }

  private static @Nullable Double mean(DoubleSummaryStatistics statistics) {
    return statistics.getCount() == 0 ? null : (Double) statistics.getAverage();
  }
}
