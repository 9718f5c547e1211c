package io.tideline.simulations.endpoints;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** Signing in and out. */
public final class Sessions {
  public static final String SIGN_IN = "Sign in";
  public static final String SIGN_OUT = "Sign out";

  private Sessions() {}

  /** Needs {@code email}, {@code password} and {@code name}; saves {@code token}. */
  public static HttpRequestActionBuilder signIn() {
    return http(SIGN_IN)
        .post("/api/sessions")
        .asJson()
        .body(StringBody("{\"email\":\"#{email}\",\"password\":\"#{password}\"}"))
        .check(status().is(201))
        .check(jmesPath("displayName").isEL("#{name}"))
        .check(jmesPath("token").saveAs("token"));
  }

  /** Needs {@code token}. */
  public static HttpRequestActionBuilder signOut() {
    return Api.delete(SIGN_OUT, "/api/sessions/current").check(status().is(204));
  }
}
