package io.tideline.simulations.endpoints;

import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** Full-text search. */
public final class Search {
  public static final String SEARCH = "Search";

  private Search() {}

  /** Needs {@code term} and {@code finds}, whether it must find something; saves {@code ids}. */
  public static HttpRequestActionBuilder search() {
    return Api.get(SEARCH, "/api/search")
        .queryParam("q", "#{term}")
        .queryParam("limit", 10)
        .check(status().is(200))
        .check(jmesPath("query").isEL("#{term}"))
        .check(jmesPath("to_string(total > `0`)").isEL("#{finds}"))
        .check(jmesPath("items[].id").ofList().saveAs("ids"));
  }
}
