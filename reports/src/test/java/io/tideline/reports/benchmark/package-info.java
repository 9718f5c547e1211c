/**
 * How fast logs are read, and in how much memory; see docs/benchmarks.md. Begin with {@link
 * io.tideline.reports.benchmark.ReadBenchmark}.
 */
package io.tideline.reports.benchmark;
