package io.tideline.simulations.journeys;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;

/** One kind of visit. Each user signs in, takes the steps, and signs out. */
public interface Journey {

  /** Its name in the plan, in Gatling's scenario and in results. */
  String name();

  /** The names of all its requests, so that the plan's SLOs can be checked before a run. */
  List<String> requests();

  /** How many requests one user sends at most. */
  int mostRequests();

  /** The steps between signing in and signing out. */
  ChainBuilder steps(Visitor visitor);
}
