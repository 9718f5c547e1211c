package io.tideline.engine.resource;

import java.util.List;

/** What matters in the metrics of well-known exporters, by the names that they give them. */
final class ExporterMeasures {
  private static final String DISKS = "{fstype!~'tmpfs|ramfs|overlay|squashfs|iso9660'}";

  static final List<Measure> NODE =
      List.of(
          Measure.of(
                  "cpu",
                  Unit.SHARE,
                  "1 - rate(node_cpu_seconds_total{mode='idle'}) / rate(node_cpu_seconds_total)")
              .upTo("1"),
          Measure.of(
                  "memory",
                  Unit.BYTES,
                  "node_memory_MemTotal_bytes - node_memory_MemAvailable_bytes")
              .upTo("node_memory_MemTotal_bytes"),
          Measure.of("load", Unit.COUNT, "node_load1"),
          Measure.of("disk busy", Unit.SHARE, "rate(node_disk_io_time_seconds_total)")
              .upTo("1")
              .by("device"),
          Measure.of(
                  "disk space",
                  Unit.BYTES,
                  "node_filesystem_size_bytes" + DISKS + " - node_filesystem_avail_bytes" + DISKS)
              .upTo("node_filesystem_size_bytes" + DISKS)
              .by("mountpoint"),
          Measure.of("open files", Unit.COUNT, "node_filefd_allocated").upTo("node_filefd_maximum"),
          Measure.of(
              "received",
              Unit.BYTES_PER_SECOND,
              "rate(node_network_receive_bytes_total{device!='lo'})"),
          Measure.of(
              "sent",
              Unit.BYTES_PER_SECOND,
              "rate(node_network_transmit_bytes_total{device!='lo'})"));

  static final List<Measure> POSTGRESQL =
      List.of(
          Measure.of("connections", Unit.COUNT, "pg_stat_activity_count")
              .upTo("pg_settings_max_connections"),
          Measure.of("connections active", Unit.COUNT, "pg_stat_activity_count{state='active'}"),
          Measure.of(
              "idle in transaction",
              Unit.COUNT,
              "pg_stat_activity_count{state=~'idle in transaction.*'}"),
          Measure.of(
              "cache hits",
              Unit.SHARE,
              "rate(pg_stat_database_blks_hit)"
                  + " / (rate(pg_stat_database_blks_hit) + rate(pg_stat_database_blks_read))"),
          Measure.of("blocks read", Unit.PER_SECOND, "rate(pg_stat_database_blks_read)"),
          Measure.of(
              "transactions",
              Unit.PER_SECOND,
              "rate(pg_stat_database_xact_commit) + rate(pg_stat_database_xact_rollback)"),
          Measure.of("deadlocks", Unit.PER_SECOND, "rate(pg_stat_database_deadlocks)"),
          Measure.of("locks", Unit.COUNT, "pg_locks_count"),
          Measure.of("database size", Unit.BYTES, "pg_database_size_bytes"),
          Measure.of(
              "replication lag",
              Unit.SECONDS,
              "max(pg_replication_lag_seconds) or max(pg_replication_lag)"));

  static final List<Measure> KUBERNETES =
      List.of(
          Measure.of("replicas", Unit.COUNT, "kube_deployment_status_replicas_available")
              .by("deployment"),
          Measure.of("replicas ready", Unit.COUNT, "kube_deployment_status_replicas_ready")
              .by("deployment"),
          Measure.of("replicas wanted", Unit.COUNT, "kube_deployment_spec_replicas")
              .by("deployment"),
          Measure.of("stateful replicas", Unit.COUNT, "kube_statefulset_status_replicas_ready")
              .by("statefulset"),
          Measure.of(
                  "autoscaler", Unit.COUNT, "kube_horizontalpodautoscaler_status_current_replicas")
              .upTo("kube_horizontalpodautoscaler_spec_max_replicas")
              .by("horizontalpodautoscaler"),
          Measure.of("restarts", Unit.COUNT, "kube_pod_container_status_restarts_total")
              .by("container"),
          Measure.of("pods pending", Unit.COUNT, "kube_pod_status_phase{phase='Pending'}"));

  private ExporterMeasures() {}
}
