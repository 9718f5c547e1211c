/**
 * Benchmarks that anyone can run: how exactly users start, and what a request costs the generator.
 * Begin with {@link io.tideline.engine.benchmark.StartBenchmark}; {@code docs/benchmarks.md} says
 * how to run them and what the figures mean.
 */
package io.tideline.engine.benchmark;
