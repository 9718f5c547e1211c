package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;

/**
 * Any command and the one that reverts it. A command fails by an exit code other than 0.
 *
 * @param begin program and its arguments; no shell reads them
 * @param end the same to revert it; empty when nothing needs to be reverted
 * @param timeout longest that either may take
 */
public record CommandFault(
    List<String> begin, List<String> end, @JsonProperty("timeoutSeconds") Duration timeout)
    implements FaultSpec {

  public CommandFault {
    begin = List.copyOf(begin);
    end = List.copyOf(end);
  }

  @Override
  public String inWords() {
    return "command " + String.join(" ", begin);
  }
}
