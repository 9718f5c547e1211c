package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the load goes.
 *
 * @param env name of the environment in the plan file
 * @param baseUrl scheme, host and port; null until the stand-in has started
 * @param hosts hosts that requests may go to, as names or addresses, lower case
 * @param offPeak when load may be sent, or null for any time
 * @param credentials names of environment variables, never their values
 * @param version path at which it tells its version; null when it tells none
 * @param resources where it tells what it consumes
 */
public record Target(
    String env,
    @Nullable String baseUrl,
    List<String> hosts,
    @Nullable OffPeak offPeak,
    Credentials credentials,
    @Nullable String version,
    List<ResourceSource> resources) {

  @JsonCreator
  public Target {
    hosts = List.copyOf(hosts);
    resources = List.copyOf(Objects.requireNonNullElse(resources, List.of()));
  }

  /** A target that tells neither its version nor what it consumes. */
  public Target(
      String env,
      @Nullable String baseUrl,
      List<String> hosts,
      @Nullable OffPeak offPeak,
      Credentials credentials) {
    this(env, baseUrl, hosts, offPeak, credentials, null, List.of());
  }

  Target at(String otherBaseUrl) {
    return new Target(env, otherBaseUrl, hosts, offPeak, credentials, version, resources);
  }

  Target watching(List<ResourceSource> others) {
    return new Target(env, baseUrl, hosts, offPeak, credentials, version, others);
  }

  /** Whether this is the stand-in that the run starts and stops itself. */
  @JsonIgnore
  public boolean isStandIn() {
    return env.equals(STAND_IN);
  }

  /** Name of the environment that needs no base URL: the run starts the target itself. */
  public static final String STAND_IN = "stand-in";

  /** Name of the environment for a base URL alone: this machine. */
  public static final String LOCAL = "local";

  /**
   * Where secrets come from.
   *
   * @param password environment variable with the password that all accounts share, or null when
   *     each account has the one in the feeder
   * @param headers request header to the environment variable with its value
   */
  public record Credentials(@Nullable String password, Map<String, String> headers) {
    public Credentials {
      headers = Map.copyOf(headers);
    }
  }
}
