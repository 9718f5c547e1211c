package io.tideline.engine.resource;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which process of this machine is meant.
 *
 * @param which an id, or a part of the command line
 */
record ProcessChoice(String which) {
  private static final int MOST_NAMED = 5;

  /** Whether it is named by its id, so that no other can take its place. */
  boolean isById() {
    return which.matches("[0-9]{1,18}");
  }

  /**
   * The id of the process. Of several that fit, one that this process has started counts, as it has
   * the stand-in; a process that another of them has started does not.
   *
   * @throws IOException when there is none, or nobody knows which
   */
  long id() throws IOException {
    if (isById()) {
      long id = Long.parseLong(which);
      if (ProcessHandle.of(id).filter(ProcessHandle::isAlive).isEmpty()) {
        throw new IOException("there is no process " + id);
      }
      return id;
    }
    List<ProcessHandle> own = fitting(ProcessHandle.current().descendants());
    List<ProcessHandle> all = own.isEmpty() ? fitting(ProcessHandle.allProcesses()) : own;
    if (all.isEmpty()) {
      throw new IOException("there is no process with \"" + which + "\" in its command line");
    }
    if (all.size() > 1) {
      throw new IOException(
          all.size()
              + " processes have \""
              + which
              + "\" in their command line, "
              + all.stream()
                  .limit(MOST_NAMED)
                  .map(process -> String.valueOf(process.pid()))
                  .collect(Collectors.joining(", "))
              + "; name more of it, or the id");
    }
    return all.get(0).pid();
  }

  private List<ProcessHandle> fitting(Stream<ProcessHandle> processes) {
    long self = ProcessHandle.current().pid();
    List<ProcessHandle> fitting =
        processes.filter(process -> process.pid() != self).filter(this::fits).toList();
    return fitting.stream()
        .filter(process -> process.parent().filter(fitting::contains).isEmpty())
        .toList();
  }

  private boolean fits(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains(which)).isPresent();
  }
}
