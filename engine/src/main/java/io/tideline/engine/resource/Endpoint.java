package io.tideline.engine.resource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one address for its metrics; follows no redirect. */
final class Endpoint {
  private static final int MOST_BYTES = 32 << 20;
  private static final int OK = 200;
  private static final String FORMAT = "text/plain;version=0.0.4";

  private final HttpClient client;
  private final HttpRequest request;
  private final Duration timeout;

  /**
   * @param timeout for the whole answer
   * @param headers to send besides; to this address alone, since no redirect is followed
   */
  Endpoint(URI uri, Duration timeout, Map<String, String> headers) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    HttpRequest.Builder building = HttpRequest.newBuilder(uri).header("Accept", FORMAT).GET();
    headers.forEach(building::setHeader);
    this.request = building.build();
  }

  /**
   * What it answers.
   *
   * @throws IOException with a few words on why it answers nothing of use
   */
  String text() throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != OK) {
        throw new IOException("it answered " + response.statusCode());
      }
      return new String(response.body(), StandardCharsets.UTF_8);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(words(e.getCause() == null ? e : e.getCause()), e);
    } finally {
      answer.cancel(true);
    }
  }

  /** What went wrong, in a few words. */
  static String words(Throwable cause) {
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return message == null ? "no answer (" + kind + ")" : kind + ": " + message;
  }
}
