package io.tideline.reports.soak;

import io.tideline.engine.resource.Unit;
import io.tideline.reports.drift.Blocks.Reduction;
import io.tideline.reports.drift.Question.Scale;
import io.tideline.reports.stats.ResourceRow;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of thing a signal tells of. A resource belongs to the first kind whose pattern its name
 * begins with; one that belongs to none, such as a counter of hits, is no signal.
 */
public enum Sort {
  /** Heap in use after a collection; heap in use where nobody tells that. */
  HEAP("heap( after .*)?( .*)?|old generation.*"),
  /** Memory of the process, or of the machine. */
  MEMORY("(process |resident |non-heap )?memory.*|rss.*|non-heap.*"),
  /** Of classes. */
  METASPACE("metaspace.*"),
  /** Outside of the heap. */
  BUFFERS("(direct|mapped) buffers.*"),
  /** Live threads. */
  THREADS("threads.*"),
  /** Open files and sockets. */
  FILES("open files.*|file descriptors.*"),
  /** Connections that somebody holds. */
  CONNECTIONS("connections.*|idle in transaction.*"),
  /** Space on disks. */
  DISK("disk space.*|disk used.*"),
  /** Share of time in collections. */
  COLLECTING("gc time.*|time in gc.*"),
  /** Response times. */
  LATENCY(null),
  /** Successful requests of a user. */
  THROUGHPUT(null);

  private static final double LEAST_BYTES = 20L << 20;
  private static final double LEAST_COUNT = 20;
  private static final double LEAST_SHARE = 0.2;

  private final @Nullable Pattern names;

  Sort(@Nullable String names) {
    this.names = names == null ? null : Pattern.compile(names);
  }

  /** The kind of a resource; empty when it is no signal. */
  static Optional<Sort> of(ResourceRow row) {
    String name = row.name().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(sort -> sort.names != null && sort.names.matcher(name).matches())
        .findFirst();
  }

  /** Whether it is a resource of the target, and not what users meet. */
  public boolean isResource() {
    return names != null;
  }

  /** What stands for a block: the least of what is held, but of time the mean. */
  Reduction reduction() {
    return this == COLLECTING ? Reduction.MEAN : Reduction.MINIMUM;
  }

  /** So that a growth limit of 5 % a day lets 1 MiB, 1 thing or 1 % of the time a day pass. */
  static Scale scale(Unit unit) {
    return Scale.levels(
        switch (unit) {
          case BYTES, BYTES_PER_SECOND -> LEAST_BYTES;
          case COUNT -> LEAST_COUNT;
          case SHARE -> LEAST_SHARE;
          case SECONDS, PER_SECOND -> 1;
        });
  }
}
