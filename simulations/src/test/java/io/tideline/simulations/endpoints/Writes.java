package io.tideline.simulations.endpoints;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes that are looked up after the run: what they are sent with, and where they are found. */
public final class Writes {
  public static final String MEMORY = "memory";
  public static final String MEDIA = "media";

  /** Every kind there is. */
  public static final List<String> KINDS = List.of(MEMORY, MEDIA);

  static final String HEADER = "Idempotency-Key";

  private Writes() {}

  /** The session attribute with a user's key for its write of a kind. */
  public static String key(String kind) {
    return kind + "Key";
  }

  /** Where an account finds what it wrote with a key: {@code {"items":[{"id","complete"}]}}. */
  public static String path(String kind, String key) {
    String collection = kind.equals(MEDIA) ? "/api/media" : "/api/memories";
    return collection + "?idempotencyKey=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
  }
}
