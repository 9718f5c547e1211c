package io.tideline.engine.resource;

import java.util.List;

/**
 * What matters in the metrics of a JVM, by the names that Micrometer gives them in Prometheus. Of
 * several JVMs that tell together, what they use is added up, and shares are those of all.
 */
final class MicrometerMeasures {
  static final List<Measure> ALL =
      List.of(
          Measure.of(
                  "cpu",
                  Unit.SHARE,
                  "rate(process_cpu_time_ns_total) / 1e9 / system_cpu_count"
                      + " or avg(process_cpu_usage > -0.5)")
              .upTo("1"),
          Measure.of("machine cpu", Unit.SHARE, "avg(system_cpu_usage > -0.5)").upTo("1"),
          Measure.of("heap", Unit.BYTES, "jvm_memory_used_bytes{area='heap'}")
              .upTo("jvm_memory_max_bytes{area='heap'} > 0"),
          Measure.of("heap after gc", Unit.BYTES, "jvm_gc_live_data_size_bytes > 0")
              .upTo("jvm_gc_max_data_size_bytes > 0"),
          Measure.of("metaspace", Unit.BYTES, "jvm_memory_used_bytes{id='Metaspace'}")
              .upTo("jvm_memory_max_bytes{id='Metaspace'} > 0"),
          Measure.of("direct buffers", Unit.BYTES, "jvm_buffer_memory_used_bytes{id='direct'}"),
          Measure.of("gc time", Unit.SHARE, "rate(jvm_gc_pause_seconds_sum)"),
          Measure.of("threads", Unit.COUNT, "jvm_threads_live_threads"),
          Measure.of("open files", Unit.COUNT, "process_files_open_files")
              .upTo("process_files_max_files > 0"),
          Measure.of("connections", Unit.COUNT, "hikaricp_connections_active")
              .upTo("hikaricp_connections_max")
              .waitedForBy("hikaricp_connections_pending")
              .by("pool"),
          Measure.of("executor", Unit.COUNT, "executor_active_threads")
              .upTo("executor_pool_max_threads > 0")
              .waitedForBy("executor_queued_tasks")
              .by("name"),
          Measure.of("queue", Unit.COUNT, "executor_queued_tasks")
              .upTo("executor_queued_tasks + executor_queue_remaining_tasks")
              .by("name"),
          Measure.of("http threads", Unit.COUNT, "tomcat_threads_busy_threads")
              .upTo("tomcat_threads_config_max_threads > 0")
              .by("name"),
          Measure.of(
                  "cache hits",
                  Unit.SHARE,
                  "rate(cache_gets_total{result='hit'}) / rate(cache_gets_total)")
              .by("cache"),
          Measure.of("cache lookups", Unit.PER_SECOND, "rate(cache_gets_total)").by("cache"),
          Measure.of("cache misses", Unit.PER_SECOND, "rate(cache_gets_total{result='miss'})")
              .by("cache"),
          Measure.of("cache entries", Unit.COUNT, "cache_size").by("cache"));

  private MicrometerMeasures() {}
}
