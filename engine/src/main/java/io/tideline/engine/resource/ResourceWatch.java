package io.tideline.engine.resource;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.ResourceSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over what the target of a run consumes: asks each source of the plan on a thread of its
 * own, keeps every answer in {@code tideline/resources.jsonl} and the latest at hand. A source that
 * does not answer costs nothing but a gap.
 */
public final class ResourceWatch implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(ResourceWatch.class);
  private static final Duration KEPT = Duration.ofMinutes(15);

  private final ResourceLog log;
  private final ResourceWindow window = new ResourceWindow(KEPT);
  private final List<Sampler> samplers;
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private ResourceWatch(List<WatchedSource> sources, LongSupplier nowNanos, Path file)
      throws IOException {
    this.log = new ResourceLog(file);
    this.samplers =
        sources.stream().map(source -> new Sampler(source, nowNanos, this::keep)).toList();
  }

  /**
   * Begins to watch; empty when the plan names no source.
   *
   * @param plan aimed at a target
   * @param nowNanos the run's clock: nanoseconds since its first instant
   * @param tideline the run's folder for its records
   */
  public static Optional<ResourceWatch> start(Plan plan, LongSupplier nowNanos, Path tideline)
      throws IOException {
    List<WatchedSource> sources =
        plan.target().resources().stream().map(source -> WatchedSource.of(source, plan)).toList();
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    ResourceWatch watch =
        new ResourceWatch(sources, nowNanos, tideline.resolve(ResourceLog.FILE_NAME));
    watch.samplers.forEach(Sampler::start);
    return Optional.of(watch);
  }

  /** What is wrong with the sources of a plan; empty when nothing is. */
  public static List<String> problems(List<ResourceSource> sources) {
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ResourceSource source : sources) {
      if (!names.add(source.at())) {
        problems.add("resources: " + source.at() + " is there twice; join the two");
      }
      try {
        WatchedSource.measures(source);
      } catch (IllegalArgumentException e) {
        problems.add("resources of " + source.at() + ": " + e.getMessage());
      }
    }
    return problems;
  }

  /** The latest samples. */
  public ResourceWindow window() {
    return window;
  }

  private void keep(ResourceSample sample) {
    if (sample.atSeconds() < 0 || closed) {
      return;
    }
    window.add(sample);
    warn(sample);
    try {
      log.write(sample);
    } catch (IOException e) {
      LOGGER.error("{} cannot be written: {}", ResourceLog.FILE_NAME, e.getMessage());
    }
  }

  /** Once when a source falls silent, and once when it is back. */
  private void warn(ResourceSample sample) {
    if (sample.gap() == null) {
      if (silent.remove(sample.source())) {
        LOGGER.warn("the resources of {} are known again", sample.source());
      }
    } else if (silent.add(sample.source())) {
      LOGGER.warn(
          "the resources of {} are not known: {}",
          sample.source(),
          Objects.requireNonNull(sample.gap()));
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    samplers.forEach(Sampler::close);
    log.close();
  }
}
