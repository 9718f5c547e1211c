package io.tideline.reports.ticket;

import io.tideline.reports.stats.RunInfo;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * What a ticket is about, the same from night to night: no figure is part of it.
 *
 * @param fingerprint the first 16 hex digits of a SHA-256 of the other three, which are told apart
 *     by their lengths
 * @param scenario of the plan; the simulation's class for a run without a plan
 * @param env environment of the plan; empty for a run without a plan
 * @param check key of the check
 */
public record Subject(String fingerprint, String scenario, String env, String check) {
  private static final int BYTES = 8;

  static Subject of(RunInfo info, String check) {
    LoadInfo load = info.load();
    return load == null
        ? of(Objects.requireNonNullElse(info.simulation(), ""), "", check)
        : of(load.scenario(), load.env(), check);
  }

  static Subject of(String scenario, String env, String check) {
    return new Subject(
        hash(List.of("tideline ticket 1", scenario, env, check)), scenario, env, check);
  }

  private static String hash(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
