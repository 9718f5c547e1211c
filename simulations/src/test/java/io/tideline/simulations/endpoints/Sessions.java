package io.tideline.simulations.endpoints;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.function.Function;

/** Signing in and out. */
public final class Sessions {
  public static final String SIGN_IN = "Sign in";
  public static final String SIGN_OUT = "Sign out";

  private Sessions() {}

  /**
   * Saves {@code token}.
   *
   * @param credentials JSON of e-mail and password; kept out of the session, which may be logged
   */
  public static HttpRequestActionBuilder signIn(Function<Session, String> credentials) {
    return http(SIGN_IN)
        .post("/api/sessions")
        .asJson()
        .body(StringBody(credentials))
        .check(status().is(201))
        .check(jmesPath("displayName").exists())
        .check(jmesPath("token").saveAs("token"));
  }

  /** Needs {@code token}. */
  public static HttpRequestActionBuilder signOut() {
    return Api.delete(SIGN_OUT, "/api/sessions/current").check(status().is(204));
  }
}
