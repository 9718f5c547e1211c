package io.tideline.simulations.endpoints;

import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** The timeline, newest memories first, page by page. */
public final class Timeline {
  public static final String OPEN = "Open timeline";
  public static final String SCROLL = "Scroll timeline";
  public static final String REFRESH = "Refresh timeline";
  public static final String FILTER = "Filter timeline by tag";

  private static final int PAGE = 20;
  private static final String FIRST_PAGE = "/api/timeline?limit=" + PAGE;

  private Timeline() {}

  /** Saves {@code ids} of the page and {@code cursor} of the next. */
  public static HttpRequestActionBuilder open() {
    return page(OPEN, FIRST_PAGE)
        .check(jmesPath("length(items || `[]`)").ofInt().is(PAGE))
        .check(jmesPath("next").saveAs("cursor"));
  }

  /** Needs {@code cursor}; saves {@code ids} of the page and {@code cursor} of the next. */
  public static HttpRequestActionBuilder scroll() {
    return page(SCROLL, FIRST_PAGE + "&before=#{cursor}")
        .check(jmesPath("length(items || `[]`)").ofInt().is(PAGE))
        .check(jmesPath("next").saveAs("cursor"));
  }

  /** Needs {@code tag}; saves {@code ids} of the page. */
  public static HttpRequestActionBuilder filter() {
    return page(FILTER, FIRST_PAGE + "&tag=#{tag}")
        .check(jmesPath("length(items[?!contains(tags, '#{tag}')] || `[]`)").ofInt().is(0));
  }

  /** The first page once more, as a browser asks for what it holds already. */
  public static HttpRequestActionBuilder refresh() {
    return Api.get(REFRESH, FIRST_PAGE).check(status().in(200, 304)).check(header("ETag").exists());
  }

  private static HttpRequestActionBuilder page(String name, String path) {
    return Api.get(name, path)
        .check(status().is(200))
        .check(header("ETag").exists())
        .check(jmesPath("items[].id").ofList().saveAs("ids"));
  }
}
