package io.tideline.engine.injection;

import io.gatling.commons.stats.Status;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import scala.Option;
import scala.collection.immutable.List;

/**
 * Takes no notice of anything: what users do under it is in no record. How such an engine is
 * stopped differs between the generations of Gatling, so that is left to the {@link GatlingBridge}.
 */
abstract class NoOpStats implements StatsEngine {
  @Override
  public void start() {}

  @Override
  public void logUserStart(String scenario) {}

  @Override
  public void logUserEnd(String scenario) {}

  @Override
  public void logResponse(
      String scenario,
      List<String> groups,
      String requestName,
      long startTimestamp,
      long endTimestamp,
      Status status,
      Option<String> responseCode,
      Option<String> message) {}

  @Override
  public void logGroupEnd(String scenario, GroupBlock group, long exitTimestamp) {}

  @Override
  public void logRequestCrash(
      String scenario, List<String> groups, String requestName, String error) {}
}
