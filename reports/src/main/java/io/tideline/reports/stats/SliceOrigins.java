package io.tideline.reports.stats;

import io.tideline.engine.origin.Origin;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that slices met one target, with the same data, and tells of unlike generators. */
final class SliceOrigins {
  private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]", "0.0.0.0");
  private static final String TARGET = "target";
  private static final String GENERATORS = "generators";

  private final Joint.Builder remarks;
  private final Run one;
  private final Run other;

  private SliceOrigins(Joint.Builder remarks, Run one, Run other) {
    this.remarks = remarks;
    this.one = one;
    this.other = other;
  }

  static void check(List<Run> slices, Joint.Builder remarks) {
    for (Run run : slices.subList(1, slices.size())) {
      SliceOrigins pair = new SliceOrigins(remarks, slices.get(0), run);
      pair.target();
      pair.origin();
    }
  }

  private void target() {
    String here = address(SliceChecks.planOf(one).target().baseUrl());
    String there = address(SliceChecks.planOf(other).target().baseUrl());
    if (!Objects.equals(here, there)) {
      remarks.problem(TARGET, "not on one target: " + both(here, there));
    } else if (isLoopback(here) && !Objects.equals(host(one), host(other))) {
      remarks.problem(
          TARGET,
          "not on one target: "
              + here
              + " is another one on each generator, "
              + both(host(one), host(other)));
    }
    String environment = SliceChecks.planOf(one).target().env();
    String elsewhere = SliceChecks.planOf(other).target().env();
    if (!environment.equals(elsewhere)) {
      remarks.problem(TARGET, "not in one environment: " + both(environment, elsewhere));
    }
    unlessSame(TARGET, "the target's version", version(one), version(other));
  }

  private void origin() {
    Origin here = one.origin();
    Origin there = other.origin();
    if (here == null && there == null) {
      return;
    }
    unlessSame(
        "data",
        "the feeders' data",
        here == null ? null : here.subject().data(),
        there == null ? null : there.subject().data());
    Fingerprint mine = one.fingerprint();
    Fingerprint its = other.fingerprint();
    warnUnlessSame("machine", mine.generator(), its.generator());
    warnUnlessSame("JVM", mine.java(), its.java());
    warnUnlessSame("Gatling", mine.gatling(), its.gatling());
    if (here != null
        && there != null
        && !here.subject().options().equals(there.subject().options())) {
      remarks.warning(
          GENERATORS,
          "options differ: "
              + both(here.subject().options().toString(), there.subject().options().toString()));
    }
  }

  /** Values that differ are a problem; one that is unknown is a warning. */
  private void unlessSame(
      String about, String what, @Nullable String here, @Nullable String there) {
    if (Objects.equals(here, there)) {
      return;
    }
    String sentence = what + " differs: " + both(here, there);
    if (here == null || there == null) {
      remarks.warning(about, sentence);
    } else {
      remarks.problem(about, sentence);
    }
  }

  private void warnUnlessSame(String what, @Nullable String here, @Nullable String there) {
    if (!Objects.equals(here, there)) {
      remarks.warning(GENERATORS, what + " differs: " + both(here, there));
    }
  }

  private String both(@Nullable String here, @Nullable String there) {
    return SliceChecks.name(one)
        + " "
        + (here == null ? "unknown" : here)
        + ", "
        + SliceChecks.name(other)
        + " "
        + (there == null ? "unknown" : there);
  }

  private static @Nullable String version(Run run) {
    return run.info().versions().target();
  }

  private static @Nullable String host(Run run) {
    Origin origin = run.origin();
    return origin == null ? null : origin.machine().host();
  }

  /** Scheme, host, port and path, whatever their spelling. */
  private static @Nullable String address(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      URI uri = URI.create(url.strip());
      if (uri.getScheme() == null || uri.getHost() == null) {
        return url;
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
      String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
      return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port + path;
    } catch (IllegalArgumentException e) {
      return url;
    }
  }

  private static boolean isLoopback(@Nullable String address) {
    if (address == null) {
      return false;
    }
    String host = URI.create(address).getHost();
    return host != null && (LOOPBACK.contains(host) || host.startsWith("127."));
  }
}
