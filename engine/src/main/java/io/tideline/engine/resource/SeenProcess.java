package io.tideline.engine.resource;

import java.io.IOException;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/**
 * A process of this machine as the operating system shows it, by way of OSHI. Its classes are
 * loaded when the first process is looked for, on the thread that looks, and not before.
 */
final class SeenProcess {
  private final OSProcess process;
  private final long startMillis;
  private final int processors;
  private final long machineBytes;

  private SeenProcess(OSProcess process, SystemInfo machine) {
    this.process = process;
    this.startMillis = process.getStartTime();
    this.processors = Runtime.getRuntime().availableProcessors();
    this.machineBytes = machine.getHardware().getMemory().getTotal();
  }

  /**
   * Looks at a process.
   *
   * @throws IOException when there is none with this id
   */
  static SeenProcess of(long id) throws IOException {
    SystemInfo machine = new SystemInfo();
    OSProcess process = machine.getOperatingSystem().getProcess(Math.toIntExact(id));
    if (process == null) {
      throw new IOException("there is no process " + id);
    }
    return new SeenProcess(process, machine);
  }

  /** Looks again; false when it has ended, and its id may be another's. */
  boolean look() {
    return process.updateAttributes()
        && process.getState() != OSProcess.State.INVALID
        && process.getState() != OSProcess.State.ZOMBIE
        && process.getStartTime() == startMillis;
  }

  long id() {
    return process.getProcessID();
  }

  /** Processor time since it began, its own and the system's for it. */
  long cpuMillis() {
    return process.getKernelTime() + process.getUserTime();
  }

  int processors() {
    return processors;
  }

  long residentBytes() {
    return process.getResidentSetSize();
  }

  /** Memory of the machine. */
  long machineBytes() {
    return machineBytes;
  }

  int threads() {
    return process.getThreadCount();
  }

  /** Below 0 when the system does not tell, as of another user's process. */
  long openFiles() {
    return process.getOpenFiles();
  }

  /** 0 or below when the system does not tell. */
  long mostOpenFiles() {
    return process.getSoftOpenFileLimit();
  }
}
