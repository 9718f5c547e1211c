package io.tideline.engine.reply;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reply came from a cache, as far as it tells itself. What is asked first counts:
 *
 * <pre>
 *   status 304                                                            NOT_MODIFIED
 *   X-Cache, X-Cache-Status, CF-Cache-Status, Cache-Status that say hit   HIT
 *   the same that say miss, expired, bypass, dynamic or fwd               MISS
 *   Age above 0                                                           HIT
 *   Age 0, which caches also write on what they have just fetched         MISS
 *   nothing of these                                                      SILENT
 * </pre>
 *
 * <p>{@code Cache-Status} is that of RFC 9211, {@code Age} that of RFC 9111, 5.1.
 */
public enum ReplyKind {
  /** From a cache. */
  HIT,
  /** From behind it. */
  MISS,
  /** The user had it already. */
  NOT_MODIFIED,
  /** It does not say. */
  SILENT;

  private static final int STATUS_NOT_MODIFIED = 304;
  private static final List<String> NAMES =
      List.of("X-Cache", "X-Cache-Status", "CF-Cache-Status", "Cache-Status");
  private static final List<String> FETCHED =
      List.of("miss", "expired", "bypass", "dynamic", "stale", "fwd");

  /**
   * The kind of a reply.
   *
   * @param header a header's name to its value, or to null
   */
  public static ReplyKind of(int status, UnaryOperator<@Nullable String> header) {
    if (status == STATUS_NOT_MODIFIED) {
      return NOT_MODIFIED;
    }
    for (String name : NAMES) {
      String value = header.apply(name);
      if (value != null) {
        String said = value.toLowerCase(Locale.ROOT);
        if (said.contains("hit")) {
          return HIT;
        }
        if (FETCHED.stream().anyMatch(said::contains)) {
          return MISS;
        }
      }
    }
    return byAge(header.apply("Age"));
  }

  private static ReplyKind byAge(@Nullable String age) {
    if (age == null || !age.strip().matches("[0-9]{1,10}")) {
      return SILENT;
    }
    return Long.parseLong(age.strip()) > 0 ? HIT : MISS;
  }
}
