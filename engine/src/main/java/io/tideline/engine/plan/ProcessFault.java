package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A signal to a process of this machine.
 *
 * @param pid of the process; null when {@code pidFile} or {@code command} names it
 * @param pidFile whose first line is the pid, read when the fault begins; null when it is not named
 *     so
 * @param command a part of the command line of exactly one process, looked for when the fault
 *     begins; null when it is not named so
 * @param action what is done to it
 * @param tree whether to its descendants too
 * @param restart command that starts it again at the fault's end, as a program and its arguments;
 *     empty for none
 */
public record ProcessFault(
    @Nullable Long pid,
    @Nullable String pidFile,
    @Nullable String command,
    @JsonProperty("do") Action action,
    boolean tree,
    List<String> restart)
    implements FaultSpec {

  public ProcessFault {
    restart = List.copyOf(restart);
  }

  /** What can be done to a process. */
  public enum Action {
    /** It is gone at once; nothing but {@code restart} reverts that. */
    KILL,
    /** It is asked to end; nothing but {@code restart} reverts that. */
    TERMINATE,
    /** It stands still until the fault's end. */
    STOP;

    /** The word in the plan file and in results. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which process, in words. */
  public String which() {
    return pid != null
        ? "pid " + pid
        : pidFile != null ? "the pid in " + pidFile : "the process of \"" + command + "\"";
  }

  @Override
  public String inWords() {
    return action.key() + " " + which() + (tree ? " and its children" : "");
  }
}
