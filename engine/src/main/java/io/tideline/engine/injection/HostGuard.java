package io.tideline.engine.injection;

import io.gatling.http.client.uri.Uri;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests on the hosts that a plan allows: one to another host fails before it is written,
 * and a redirect to another host fails instead of being followed.
 */
public final class HostGuard {
  private final List<String> hosts;

  /**
   * @param hosts names or addresses, lower case
   */
  public HostGuard(List<String> hosts) {
    this.hosts = List.copyOf(hosts);
  }

  /** {@code protocol} with this guard in front. */
  public HttpProtocolBuilder guarding(HttpProtocolBuilder protocol) {
    return guarding(protocol, null);
  }

  /**
   * The same, while {@code replies} counts what comes back. Gatling passes a reply to one function
   * only, so that the two stand in one.
   *
   * @param replies null when nothing is to be counted
   */
  public HttpProtocolBuilder guarding(HttpProtocolBuilder protocol, @Nullable ReplyWatch replies) {
    return protocol
        .sign(
            (request, session) -> {
              check(request.getUri());
              return request;
            })
        .transformResponse(
            (response, session) -> {
              if (replies != null) {
                replies.count(response);
              }
              String location = response.headers().get("Location");
              if (location != null && response.status().code() / 100 == 3) {
                check(Uri.create(response.request().getUri(), location));
              }
              return response;
            });
  }

  private void check(@Nullable Uri uri) {
    String host = uri == null ? null : uri.getHost();
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      throw new IllegalStateException(
          "no load may go to " + host + "; allowed are " + String.join(", ", hosts));
    }
  }
}
