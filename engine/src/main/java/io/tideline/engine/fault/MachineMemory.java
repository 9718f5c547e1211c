package io.tideline.engine.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory programs can still get on this machine. */
final class MachineMemory {
  private static final Path LINUX = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";
  private static final int BYTES_PER_KIB = 1024;

  private MachineMemory() {}

  /** In bytes; nothing where the system does not tell (it does on Linux). */
  static OptionalLong free() {
    try {
      return Files.readAllLines(LINUX).stream()
          .filter(line -> line.startsWith(AVAILABLE))
          .mapToLong(
              line ->
                  BYTES_PER_KIB
                      * Long.parseLong(
                          line.substring(AVAILABLE.length()).replace("kB", "").strip()))
          .findFirst();
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
