package io.tideline.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a user sets for one run: {@code -Dname=value}, or the environment variable {@code
 * TIDELINE_NAME} where the command line says nothing. An empty value counts as not given.
 */
public final class Options {
  /** Every option there is. */
  public static final Set<String> NAMES =
      Set.of(
          "scenario",
          "env",
          "baseUrl",
          "rate",
          "duration",
          "seed",
          "speedup",
          "slice",
          "plan",
          "feeders",
          "targetVersion",
          "history",
          "confirm",
          "paired",
          "standIn",
          "tickets",
          "metricsPort",
          "metricsHost",
          "linger",
          "progress",
          "lookUp",
          "users");

  /** Those that shape a run and are no part of its plan. */
  private static final List<String> BESIDE_THE_PLAN = List.of("plan", "feeders", "standIn");

  private static final String VARIABLE_PREFIX = "TIDELINE_";

  private final Map<String, Given> given = new LinkedHashMap<>();

  /**
   * @param properties system properties; names that are no options are passed over
   * @param environment environment variables
   */
  public Options(Map<String, String> properties, Map<String, String> environment) {
    for (String name : NAMES) {
      String variable = VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT);
      String property = properties.getOrDefault(name, "");
      String value = property.isBlank() ? environment.getOrDefault(variable, "") : property;
      if (!value.isBlank()) {
        String where = property.isBlank() ? variable + "=" + value : "-D" + name + "=" + value;
        given.put(name, new Given(value.strip(), where));
      }
    }
  }

  private Options(Map<String, Given> given) {
    this.given.putAll(given);
  }

  /** These options with another value for one of them. */
  public Options with(String name, String value) {
    Options other = new Options(given);
    other.given.put(name, new Given(value, "-D" + name + "=" + value));
    return other;
  }

  /** The value of an option, if it was given. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(given.get(name)).map(Given::value);
  }

  /** What was given that shapes the run and that its plan does not hold, by name. */
  public Map<String, String> besideThePlan() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : BESIDE_THE_PLAN) {
      value(name).ifPresent(value -> values.put(name, value));
    }
    return values;
  }

  /**
   * How the option was given, for messages, such as {@code -Drate=-3}; its name when it was not.
   */
  String where(String name) {
    Given one = given.get(name);
    return one == null ? name : one.where();
  }

  private record Given(String value, String where) {}
}
