package io.tideline.simulations.journeys;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Plan;
import io.tideline.feeders.FeederFolder;
import io.tideline.simulations.endpoints.Sessions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All journeys there are. */
public final class Journeys {
  private static final List<Journey> ALL =
      List.of(
          new BrowseTimeline(),
          new CreateMemory(),
          new UploadMedia(),
          new SearchMemories(),
          new ShareMemory());

  /** Signing in and out. */
  private static final int FRAME_REQUESTS = 2;

  private Journeys() {}

  /** Their names and requests, against which a plan is checked. */
  public static Catalogue catalogue() {
    Map<String, Catalogue.Entry> entries = new LinkedHashMap<>();
    for (Journey journey : ALL) {
      List<String> requests = new ArrayList<>(List.of(Sessions.SIGN_IN));
      requests.addAll(journey.requests());
      requests.add(Sessions.SIGN_OUT);
      entries.put(
          journey.name(), new Catalogue.Entry(requests, journey.mostRequests() + FRAME_REQUESTS));
    }
    return new Catalogue(entries);
  }

  /**
   * A Gatling scenario for each journey, by name.
   *
   * @param witnesses told of what users do
   */
  public static Map<String, ScenarioBuilder> scenarios(
      Plan plan, FeederFolder feeders, Witnesses witnesses) {
    Map<String, ScenarioBuilder> scenarios = new LinkedHashMap<>();
    for (Journey journey : ALL) {
      Visitor visitor = new Visitor(plan, feeders, witnesses, journey.name());
      scenarios.put(
          journey.name(),
          scenario(journey.name())
              .exec(
                  group(journey.name())
                      .on(
                          exitBlockOnFail()
                              .on(
                                  visitor.signsIn(),
                                  visitor.thinks(),
                                  journey.steps(visitor),
                                  exec(Sessions.signOut()))))
              .exec(visitor.leaves()));
    }
    return scenarios;
  }
}
