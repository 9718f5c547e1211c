package io.tideline.engine.show;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether what this process prints ends on a terminal. Maven passes on what the generator prints,
 * so the generator's own output is a pipe; then it is Maven's that counts.
 */
public final class StandardOutput {
  private static final int USUAL_COLUMNS = 80;
  private static final int STTY_SECONDS = 2;

  private StandardOutput() {}

  /** Whether a line that was printed can be rewritten. */
  public static boolean isTerminal() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    ProcessHandle own = ProcessHandle.current();
    return isTerminal(own) || isPipe(own) && passesOnToTerminal(own);
  }

  /**
   * How many columns the terminal has, or 80 where nothing tells. It is asked by {@code stty},
   * since shells seldom pass {@code COLUMNS} on and Java has no way of its own.
   */
  static int columns() {
    OptionalInt asked = terminal().map(StandardOutput::asked).orElse(OptionalInt.empty());
    return asked.orElseGet(() -> columns(System.getenv("COLUMNS")).orElse(USUAL_COLUMNS));
  }

  private static Optional<Path> terminal() {
    ProcessHandle own = ProcessHandle.current();
    Optional<String> output =
        isPipe(own) ? own.parent().flatMap(StandardOutput::output) : output(own);
    return output.filter(file -> file.startsWith("/dev/")).map(Path::of);
  }

  private static OptionalInt asked(Path terminal) {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(STTY_SECONDS, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return OptionalInt.empty();
      }
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return columns(size.strip().replaceFirst("^\\d+ ", ""));
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /** A width in words, if it is one: a terminal that does not know its width says 0. */
  static OptionalInt columns(@Nullable String text) {
    return text != null && text.matches("[1-9]\\d{0,3}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
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
