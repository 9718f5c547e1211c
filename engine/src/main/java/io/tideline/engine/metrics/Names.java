package io.tideline.engine.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;

/** Puts Micrometer's own meters of the process under the generator's name, and all under one. */
final class Names implements MeterFilter {
  private static final List<String> OF_THE_PROCESS =
      List.of("jvm.", "process.", "system.", "netty.");

  @Override
  public Meter.Id map(Meter.Id id) {
    boolean ofTheProcess = OF_THE_PROCESS.stream().anyMatch(id.getName()::startsWith);
    return ofTheProcess ? id.withName("tideline.generator." + id.getName()) : id;
  }
}
