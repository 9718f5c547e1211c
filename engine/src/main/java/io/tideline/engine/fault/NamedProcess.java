package io.tideline.engine.fault;

import io.tideline.engine.plan.ProcessFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the process that a plan names. */
final class NamedProcess {
  private NamedProcess() {}

  /**
   * The one process.
   *
   * @throws IOException with a sentence when there is none, or more than one
   */
  static ProcessHandle find(ProcessFault spec) throws IOException {
    Long pid = spec.pid();
    String file = spec.pidFile();
    if (pid != null) {
      return of(pid, "pid " + pid);
    }
    return file != null ? ofFile(Path.of(file)) : ofCommand(String.valueOf(spec.command()));
  }

  private static ProcessHandle of(long pid, String name) throws IOException {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .orElseThrow(() -> new IOException(name + ": there is no such process"));
  }

  private static ProcessHandle ofFile(Path file) throws IOException {
    String first = Files.readString(file).lines().findFirst().orElse("").strip();
    try {
      return of(Long.parseLong(first), file + ": pid " + first);
    } catch (NumberFormatException e) {
      throw new IOException(file + ": its first line is no pid: \"" + first + "\"", e);
    }
  }

  /** This process and those above it name what they are to break in their own command lines. */
  private static ProcessHandle ofCommand(String part) throws IOException {
    List<Long> own = above(ProcessHandle.current());
    List<ProcessHandle> found =
        ProcessHandle.allProcesses()
            .filter(process -> !own.contains(process.pid()))
            .filter(process -> commandLine(process).contains(part))
            .toList();
    if (found.size() != 1) {
      throw new IOException(
          found.isEmpty()
              ? "no process has \"" + part + "\" in its command line"
              : found.size() + " processes have \"" + part + "\": name one by pid or pid-file");
    }
    return found.get(0);
  }

  private static List<Long> above(ProcessHandle process) {
    return Stream.iterate(
            Optional.of(process), Optional::isPresent, one -> one.flatMap(ProcessHandle::parent))
        .flatMap(Optional::stream)
        .map(ProcessHandle::pid)
        .collect(Collectors.toList());
  }

  /** On Linux from where it is whole; the JDK cuts it at a page. */
  private static String commandLine(ProcessHandle process) {
    Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException notLinux) {
      return process.info().commandLine().orElse("");
    }
  }
}
