package io.tideline.simulations.endpoints;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.function.Function;

/** Reading and writing single memories. */
public final class Memories {
  public static final String OPEN = "Open memory";
  public static final String READ_OWN = "Read own memory";
  public static final String REOPEN = "Reopen memory";
  public static final String WRITE = "Write memory";
  public static final String WRITE_WITHOUT_TITLE = "Write memory without title";

  private static final String PATH = "/api/memories/#{memoryId}";

  private Memories() {}

  /**
   * Needs {@code memoryId}; saves {@code title} and, if it has one, {@code mediaId}. A user who
   * comes upon a memory for the second time has it already, and is told that it has not changed.
   */
  public static HttpRequestActionBuilder open() {
    return Api.get(OPEN, PATH)
        .check(status().in(200, 304))
        .check(header("ETag").exists())
        .checkIf((response, session) -> response.status().code() == 200)
        .then(
            jmesPath("to_string(id)").isEL("#{memoryId}"),
            jmesPath("title").saveAs("title"),
            jmesPath("mediaId").optional().saveAs("mediaId"));
  }

  /** What was just written. Needs {@code memoryId} and {@code draftTitle}. */
  public static HttpRequestActionBuilder readOwn() {
    return Api.get(READ_OWN, PATH)
        .check(status().is(200))
        .check(header("ETag").exists())
        .check(jmesPath("to_string(id)").isEL("#{memoryId}"))
        .check(jmesPath("title").isEL("#{draftTitle}"));
  }

  /** The same memory again: a browser sends its ETag, and nothing has changed. */
  public static HttpRequestActionBuilder reopen() {
    return Api.get(REOPEN, PATH).check(status().is(304));
  }

  /** Needs {@code memoryKey}; saves {@code memoryId}. */
  public static HttpRequestActionBuilder write(Function<Session, String> json) {
    return Api.post(WRITE, "/api/memories")
        .header(Writes.HEADER, "#{memoryKey}")
        .body(StringBody(json))
        .check(status().is(201))
        .check(header("Location").exists())
        .check(jmesPath("to_string(id)").saveAs("memoryId"));
  }

  /** A user's mistake: it must be refused, with the field named. */
  public static HttpRequestActionBuilder writeWithoutTitle() {
    return Api.post(WRITE_WITHOUT_TITLE, "/api/memories")
        .body(
            StringBody(
                "{\"title\":\"\",\"text\":\"not yet\",\"tags\":[],\"takenOn\":\"2020-01-01\"}"))
        .check(status().is(422))
        .check(jmesPath("error.fields[0].field").is("title"));
  }
}
