package io.tideline.engine.resource;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A ready-made list of what matters in the metrics of a well-known exporter. */
enum Mapping {
  /** A JVM with Micrometer's binders, HikariCP, executors and caches among them. */
  MICROMETER(MicrometerMeasures.ALL),
  /** Prometheus' node exporter. */
  NODE(ExporterMeasures.NODE),
  /** The exporter of PostgreSQL. */
  POSTGRESQL(ExporterMeasures.POSTGRESQL),
  /** The state metrics of Kubernetes. */
  KUBERNETES(ExporterMeasures.KUBERNETES);

  private final List<Measure> measures;

  Mapping(List<Measure> measures) {
    this.measures = measures;
  }

  List<Measure> measures() {
    return measures;
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mapping of that name; throws an IllegalArgumentException that names those there are. */
  static Mapping of(String key) {
    return Stream.of(values())
        .filter(mapping -> mapping.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no mapping \""
                        + key
                        + "\"; there are "
                        + Stream.of(values()).map(Mapping::key).collect(Collectors.joining(", "))));
  }
}
