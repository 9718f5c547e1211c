package io.tideline.engine.fault;

import io.tideline.engine.plan.HttpFault;
import io.tideline.engine.plan.HttpFault.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** An HTTP call, and the one that reverts it. */
final class CalledHttp implements Fault {
  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;
  private static final int MOST_WORDS = 200;

  private final HttpFault spec;
  private final Guard guard;

  CalledHttp(HttpFault spec, Guard guard) {
    this.spec = spec;
    this.guard = guard;
  }

  @Override
  public String begin() throws IOException, InterruptedException {
    return call(spec.begin());
  }

  @Override
  public String end() throws IOException, InterruptedException {
    Call end = spec.end();
    return end == null ? "nothing to revert" : call(end);
  }

  private String call(Call call) throws IOException, InterruptedException {
    guard.checkUrl(call.url());
    HttpClient client = HttpClient.newBuilder().connectTimeout(spec.timeout()).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(call.url()))
            .timeout(spec.timeout())
            .method(call.method(), BodyPublishers.ofString(call.body()))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    String what = call.method() + " " + call.url() + ": " + response.statusCode();
    if (response.statusCode() / HUNDRED != SUCCESS) {
      String said = response.body();
      throw new IOException(what + " " + said.substring(0, Math.min(MOST_WORDS, said.length())));
    }
    return what;
  }
}
