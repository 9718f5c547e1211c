package io.tideline.reports.tracker;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment in an issue by which it is known, unseen by readers.
 *
 * @param fingerprint of the ticket
 * @param run the last run that the issue was told of
 */
record Marker(String fingerprint, String run) {
  private static final Pattern PATTERN =
      Pattern.compile("<!-- tideline fingerprint=([0-9a-f]{16}) run=(\\S*) -->");

  /** The first one in {@code body}. */
  static Optional<Marker> in(String body) {
    Matcher matcher = PATTERN.matcher(body);
    return matcher.find()
        ? Optional.of(
            new Marker(
                matcher.group(1), URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  /** {@code body} with {@code marker} in place of the one it has. */
  static String replace(String body, String marker) {
    return PATTERN.matcher(body).replaceFirst(Matcher.quoteReplacement(marker));
  }

  String text() {
    String encoded = URLEncoder.encode(run, StandardCharsets.UTF_8).replace("-", "%2D");
    return "<!-- tideline fingerprint=" + fingerprint + " run=" + encoded + " -->";
  }
}
