package io.tideline.simulations.endpoints;

import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** Links that open a memory without signing in. */
public final class Shares {
  public static final String SHARE = "Share memory";
  public static final String OPEN_LINK = "Open shared link";

  private Shares() {}

  /** Needs {@code memoryId}; saves {@code shareUrl}. */
  public static HttpRequestActionBuilder share() {
    return Api.post(SHARE, "/api/memories/#{memoryId}/shares")
        .check(status().is(201))
        .check(jmesPath("code").exists())
        .check(jmesPath("url").saveAs("shareUrl"));
  }

  /** Needs {@code shareUrl}, {@code memoryId} and {@code title}; no sign-in. */
  public static HttpRequestActionBuilder openLink() {
    return http(OPEN_LINK)
        .get("#{shareUrl}")
        .check(status().is(200))
        .check(jmesPath("to_string(id)").isEL("#{memoryId}"))
        .check(jmesPath("title").isEL("#{title}"));
  }
}
