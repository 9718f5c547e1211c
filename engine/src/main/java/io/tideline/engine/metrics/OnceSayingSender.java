package io.tideline.engine.metrics;

import io.micrometer.core.ipc.http.HttpSender;
import io.micrometer.core.ipc.http.HttpUrlConnectionSender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to a receiver with little patience, on the sender's own thread. That the receiver does not
 * answer is said once, and once more when it does again; the run is not concerned.
 */
final class OnceSayingSender implements HttpSender {
  private static final Logger LOGGER = LoggerFactory.getLogger(OnceSayingSender.class);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration READ = Duration.ofSeconds(5);
  private static final int FIRST_FAILURE = 400;

  private final HttpSender sender = new HttpUrlConnectionSender(CONNECT, READ);
  private final String receiver;
  private final AtomicBoolean away = new AtomicBoolean();

  OnceSayingSender(String receiver) {
    this.receiver = receiver;
  }

  @Override
  public Response send(Request request) throws Throwable {
    try {
      Response response = sender.send(request);
      if (response.code() < FIRST_FAILURE) {
        answers();
      } else {
        doesNot("says " + response.code() + " " + response.body().lines().findFirst().orElse(""));
      }
      return response;
    } catch (java.io.IOException e) {
      doesNot("does not answer (" + e.getMessage() + ")");
      throw e;
    }
  }

  private void answers() {
    if (away.compareAndSet(true, false)) {
      LOGGER.warn("{} takes metrics again", receiver);
    }
  }

  private void doesNot(String what) {
    if (away.compareAndSet(false, true)) {
      LOGGER.warn("{} {}; the run goes on, and metrics are offered again", receiver, what);
    }
  }
}
