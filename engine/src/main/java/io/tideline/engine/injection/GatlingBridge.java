package io.tideline.engine.injection;

import io.gatling.core.controller.Controller;
import io.gatling.core.controller.inject.InjectionProfile;
import io.gatling.core.stats.StatsEngine;
import java.util.function.Function;

/**
 * The part of Gatling's internals that changes between generations of its API. Each generation has
 * an implementation in a source folder of its own, {@code src/gatling-3.15} and {@code
 * src/gatling-3.16}; a build compiles the one of its {@code gatling.version}, and {@link
 * GatlingRelease} finds it. Everything else in this package is the same for all of them.
 */
interface GatlingBridge {
  /**
   * Returns one journey's part of the load, as Gatling asks for it.
   *
   * @param users called once, when Gatling makes the scenario's injection, with what it gives
   */
  InjectionProfile profile(Function<JourneyUsers.Gatling, JourneyUsers> users);

  /** Returns what tells the controller that all users have come and left. */
  Controller.Command completed();

  /** Returns what tells the controller to end the run in order, whoever is under way. */
  Controller.Command stopped(String reason);

  /** Returns what tells the controller that the run cannot go on. */
  Controller.Command crashed(Exception cause);

  /** Returns a stats engine that keeps no record. */
  StatsEngine noStats();
}
