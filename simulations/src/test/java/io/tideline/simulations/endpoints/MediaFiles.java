package io.tideline.simulations.endpoints;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyLength;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.function.Function;

/** Photos and videos: sent in parts, fetched whole or by range. */
public final class MediaFiles {
  public static final String START = "Start upload";
  public static final String PART = "Send part";
  public static final String FINISH = "Finish upload";
  public static final String PREVIEW = "Preview media";
  public static final String DOWNLOAD = "Download media";

  private static final int PREVIEW_BYTES = 4096;

  private MediaFiles() {}

  /**
   * Needs {@code fileName}, {@code contentType}, {@code bytes}, {@code mediaKey}; saves {@code
   * mediaId}, {@code partSize}, {@code parts}.
   */
  public static HttpRequestActionBuilder start() {
    return Api.post(START, "/api/media")
        .header(Writes.HEADER, "#{mediaKey}")
        .body(
            StringBody(
                "{\"fileName\":\"#{fileName}\",\"contentType\":\"#{contentType}\",\"bytes\":#{bytes}}"))
        .check(status().is(201))
        .check(jmesPath("to_string(mediaId)").saveAs("mediaId"))
        .check(jmesPath("partSize").ofInt().saveAs("partSize"))
        .check(jmesPath("parts").ofInt().gt(0).saveAs("parts"));
  }

  /** Needs {@code mediaId} and {@code partNumber}, counted from 1. */
  public static HttpRequestActionBuilder part(Function<Session, byte[]> content) {
    return Api.put(PART, "/api/media/#{mediaId}/parts/#{partNumber}")
        .header("Content-Type", "application/octet-stream")
        .body(ByteArrayBody(content))
        .check(status().is(204))
        .check(header("ETag").exists());
  }

  /**
   * Needs {@code mediaId}, {@code bytes} and {@code sha256}; the service must have put it together
   * right.
   */
  public static HttpRequestActionBuilder finish() {
    return Api.post(FINISH, "/api/media/#{mediaId}/complete")
        .body(StringBody("{\"sha256\":\"#{sha256}\"}"))
        .check(status().is(200))
        .check(jmesPath("sha256").isEL("#{sha256}"))
        .check(jmesPath("to_string(bytes)").isEL("#{bytes}"));
  }

  /**
   * The first bytes, as a player asks for them. Needs {@code mediaId}. The query keeps the range
   * apart from the whole file in the user's cache.
   */
  public static HttpRequestActionBuilder preview() {
    return Api.get(PREVIEW, "/api/media/#{mediaId}?preview")
        .header("Range", "bytes=0-" + (PREVIEW_BYTES - 1))
        .check(status().is(206))
        .check(
            header("Content-Range")
                .find()
                .transform(range -> range.startsWith("bytes 0-"))
                .is(true))
        .check(bodyLength().is(PREVIEW_BYTES));
  }

  /** All of it. Needs {@code mediaId} and {@code bytes}. */
  public static HttpRequestActionBuilder download() {
    return Api.get(DOWNLOAD, "/api/media/#{mediaId}")
        .check(status().is(200))
        .check(bodyLength().is(session -> session.getInt("bytes")));
  }
}
