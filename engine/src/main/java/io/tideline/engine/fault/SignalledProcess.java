package io.tideline.engine.fault;

import io.tideline.engine.plan.ProcessFault;
import io.tideline.engine.plan.ProcessFault.Action;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process that is killed, asked to end, or stopped and continued. Before a process is stopped its
 * pid and start are kept; only a process of the same pid and start is continued.
 */
final class SignalledProcess implements Fault {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ProcessFault spec;
  private final Guard guard;
  private final Note note;

  SignalledProcess(ProcessFault spec, Guard guard, Note note) {
    this.spec = spec;
    this.guard = guard;
    this.note = note;
  }

  @Override
  public String begin() throws IOException, InterruptedException {
    ProcessHandle process = NamedProcess.find(spec);
    List<ProcessHandle> all = new ArrayList<>(List.of(process));
    if (spec.tree()) {
      process.descendants().forEach(all::add);
    }
    for (ProcessHandle one : all) {
      guard.checkProcess(one);
    }
    note.keep(all.stream().map(SignalledProcess::text).collect(Collectors.joining(",")));
    for (ProcessHandle one : all) {
      signal(one);
    }
    return spec.action().key() + " " + pids(all);
  }

  private void signal(ProcessHandle process) throws IOException, InterruptedException {
    switch (spec.action()) {
      case KILL -> process.destroyForcibly();
      case TERMINATE -> process.destroy();
      case STOP -> send("STOP", process);
    }
  }

  @Override
  public String end() throws IOException, InterruptedException {
    List<ProcessHandle> all =
        Stream.of(note.kept().split(",")).flatMap(SignalledProcess::same).toList();
    if (spec.action() != Action.STOP) {
      return restart();
    }
    for (ProcessHandle process : all) {
      send("CONT", process);
    }
    return all.isEmpty() ? "nothing left to continue" : "continued " + pids(all);
  }

  private String restart() throws IOException {
    if (spec.restart().isEmpty() || note.kept().isEmpty()) {
      return "nothing to revert";
    }
    Process started =
        new ProcessBuilder(spec.restart())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    note.keep("");
    return "started pid " + started.pid();
  }

  /** The shell's own kill, since not every machine has another. */
  private static void send(String signal, ProcessHandle process)
      throws IOException, InterruptedException {
    if (process.isAlive()) {
      Command.run(List.of("sh", "-c", "kill -" + signal + " " + process.pid()), PATIENCE);
    }
  }

  private static String text(ProcessHandle process) {
    return process.pid() + "@" + start(process);
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
  }

  private static Stream<ProcessHandle> same(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? Stream.empty()
        : ProcessHandle.of(Long.parseLong(text.substring(0, at)))
            .filter(process -> text(process).equals(text))
            .stream();
  }

  private static String pids(List<ProcessHandle> all) {
    String pids = all.stream().map(p -> Long.toString(p.pid())).collect(Collectors.joining(", "));
    return "pid " + pids;
  }
}
