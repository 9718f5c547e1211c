package io.tideline.engine.show;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether what this process prints ends on a terminal. Maven passes on what the generator prints,
 * so the generator's own output is a pipe; then it is Maven's that counts.
 */
public final class StandardOutput {
  private StandardOutput() {}

  /** Whether a line that was printed can be rewritten. */
  public static boolean isTerminal() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    ProcessHandle own = ProcessHandle.current();
    return isTerminal(own) || isPipe(own) && passesOnToTerminal(own);
  }

  private static boolean passesOnToTerminal(ProcessHandle process) {
    return process
        .parent()
        .filter(StandardOutput::isJava)
        .filter(StandardOutput::isTerminal)
        .isPresent();
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("java")).isPresent();
  }

  private static boolean isTerminal(ProcessHandle process) {
    return output(process)
        .map(file -> file.startsWith("/dev/pts/") || file.startsWith("/dev/tty"))
        .orElse(System.console() != null);
  }

  private static boolean isPipe(ProcessHandle process) {
    return output(process).filter(file -> file.startsWith("pipe:")).isPresent();
  }

  /** Where a process' standard output goes, as Linux tells it. */
  private static Optional<String> output(ProcessHandle process) {
    try {
      Path link = Path.of("/proc", String.valueOf(process.pid()), "fd", "1");
      return Optional.of(Files.readSymbolicLink(link).toString());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
