package io.tideline.engine.origin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The generator's machine and JVM.
 *
 * @param host its name
 * @param os name and architecture of the operating system
 * @param cpu model of the processor; null where the system does not tell
 * @param processors as the JVM may use them
 * @param memoryBytes of the machine, or of the container
 * @param java version of the JVM
 */
public record Machine(
    String host, String os, @Nullable String cpu, int processors, long memoryBytes, String java) {
  /** Checked for what cannot be. */
  public Machine {
    if (host == null || os == null || java == null) {
      throw new IllegalArgumentException("its host, system or JVM is missing");
    }
  }

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";
  private static final double GIB = 1L << 30;

  /** The machine that this process runs on. */
  public static Machine ofThisProcess() {
    return new Machine(
        hostName(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        System.getProperty("java.vm.name") + " " + Runtime.version());
  }

  /**
   * What machines of a kind have in common, whatever their names: runs of a fleet's members may be
   * compared.
   */
  @JsonIgnore
  public String kind() {
    return String.join(
        ", ",
        os,
        cpu == null ? "unknown processor" : cpu,
        processors + " processors",
        Math.round(memoryBytes / GIB) + " GiB");
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private static @Nullable String cpuModel() {
    if (!Files.isReadable(CPU_INFO)) {
      return System.getenv("PROCESSOR_IDENTIFIER");
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }
}
