package io.tideline.simulations.endpoints;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** What all requests of a signed-in user share. */
final class Api {
  private static final String BEARER = "Bearer #{token}";

  private Api() {}

  static HttpRequestActionBuilder get(String name, String path) {
    return http(name).get(path).header("Authorization", BEARER);
  }

  static HttpRequestActionBuilder post(String name, String path) {
    return http(name).post(path).header("Authorization", BEARER).asJson();
  }

  static HttpRequestActionBuilder put(String name, String path) {
    return http(name).put(path).header("Authorization", BEARER);
  }

  static HttpRequestActionBuilder delete(String name, String path) {
    return http(name).delete(path).header("Authorization", BEARER);
  }
}
