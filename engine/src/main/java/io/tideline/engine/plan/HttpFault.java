package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Any HTTP call and the one that reverts it. A call fails by a status other than 2xx.
 *
 * @param begin what is called
 * @param end the same to revert it; null when nothing needs to be reverted
 * @param timeout longest that either may take
 */
public record HttpFault(
    Call begin, @Nullable Call end, @JsonProperty("timeoutSeconds") Duration timeout)
    implements FaultSpec {

  /**
   * One call.
   *
   * @param method such as POST
   * @param url of a host that the environment allows
   * @param body what is sent; empty for nothing
   */
  public record Call(String method, String url, String body) {}

  @Override
  public String inWords() {
    return begin.method() + " " + begin.url();
  }
}
