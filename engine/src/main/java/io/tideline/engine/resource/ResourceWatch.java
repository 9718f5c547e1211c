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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
  private final LongSupplier nowNanos;
  private final List<Sampler> samplers;
  private final List<RunHistory> servers;
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private ResourceWatch(Sources sources, LongSupplier nowNanos, Path file) throws IOException {
    this.log = new ResourceLog(file);
    this.nowNanos = nowNanos;
    this.servers = sources.servers();
    this.samplers =
        sources.watched().stream()
            .map(
                source ->
                    new Sampler(
                        source, source.probe(nowNanos, sources.secrets()), nowNanos, this::keep))
            .toList();
  }

  /** The sources of a plan, by how they are asked. */
  private record Sources(List<WatchedSource> watched, List<RunHistory> servers, Secrets secrets) {
    static Sources of(Plan plan, UnaryOperator<@Nullable String> environment) {
      Secrets secrets = new Secrets(environment);
      List<WatchedSource> watched = new ArrayList<>();
      List<RunHistory> servers = new ArrayList<>();
      for (ResourceSource source : plan.target().resources()) {
        if (source.server() == null) {
          watched.add(WatchedSource.of(source, plan));
        } else {
          servers.add(RunHistory.of(source, secrets));
        }
      }
      return new Sources(watched, servers, secrets);
    }
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
    return start(plan, nowNanos, tideline, System::getenv);
  }

  /**
   * The same with other environment variables.
   *
   * @param environment a variable's name to its value, or to null
   */
  static Optional<ResourceWatch> start(
      Plan plan, LongSupplier nowNanos, Path tideline, UnaryOperator<@Nullable String> environment)
      throws IOException {
    if (plan.target().resources().isEmpty()) {
      return Optional.empty();
    }
    ResourceWatch watch =
        new ResourceWatch(
            Sources.of(plan, environment), nowNanos, tideline.resolve(ResourceLog.FILE_NAME));
    watch.samplers.forEach(Sampler::start);
    return Optional.of(watch);
  }

  /**
   * What is wrong with the sources of a plan; empty when nothing is.
   *
   * @param environment a variable's name to its value, or to null
   */
  public static List<String> problems(
      List<ResourceSource> sources, UnaryOperator<@Nullable String> environment) {
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ResourceSource source : sources) {
      if (!names.add(source.at())) {
        problems.add("resources: " + source.at() + " is there twice; join the two");
      }
      String where = "resources of " + source.at() + ": ";
      new Secrets(environment)
          .problems(source.access())
          .forEach(problem -> problems.add(where + problem));
      if (source.isProcess() && !canLookAtProcesses()) {
        problems.add(where + "processes are looked at by OSHI; add oshi-core to the class path");
      }
      try {
        Measures.of(source);
      } catch (IllegalArgumentException e) {
        problems.add(where + e.getMessage());
      }
    }
    return problems;
  }

  private static boolean canLookAtProcesses() {
    return ResourceWatch.class.getClassLoader().getResource("oshi/SystemInfo.class") != null;
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

  /**
   * Ends it, and asks the Prometheus servers of the plan what they remember of the run. Each answer
   * has a bound on its time, and the first that fails ends the asking of a server.
   */
  @Override
  public void close() throws IOException {
    closed = true;
    samplers.forEach(Sampler::close);
    try {
      long length = nowNanos.getAsLong();
      for (RunHistory server : servers) {
        for (ResourceSample sample : server.samples(length)) {
          warn(sample);
          log.write(sample);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      log.close();
    }
  }
}
