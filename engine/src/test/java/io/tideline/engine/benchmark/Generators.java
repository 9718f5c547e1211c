package io.tideline.engine.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JVM arguments of the generators that are compared. */
final class Generators {
  /** Those that Gatling's Maven plugin gives on JDK 17 when a project says nothing. */
  static final List<String> GATLING_DEFAULTS =
      List.of(
          "-XX:MaxInlineLevel=20",
          "-XX:MaxTrivialSize=12",
          "-Xmx1G",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

  /** Settings to try on top of ours; the rightmost of two that disagree counts. */
  static final Map<String, String[]> VARIANTS = variants();

  private Generators() {}

  /** Those of a run of ours, from the file that {@code simulations/pom.xml} names, and more. */
  static List<String> ours(String... more) {
    List<String> jvm = new ArrayList<>(GATLING_DEFAULTS);
    jvm.add("@" + jvmFile());
    jvm.addAll(List.of(more));
    return jvm;
  }

  private static Path jvmFile() {
    Path file = Path.of("simulations", "generator.jvm");
    return Files.exists(file)
        ? file.toAbsolutePath()
        : Path.of("..").resolve(file).toAbsolutePath();
  }

  private static Map<String, String[]> variants() {
    Map<String, String[]> variants = new LinkedHashMap<>();
    variants.put("C2 as well", new String[] {"-XX:TieredStopAtLevel=4"});
    variants.put("G1", new String[] {"-XX:-UseSerialGC", "-XX:+UseG1GC"});
    variants.put("Parallel", new String[] {"-XX:-UseSerialGC", "-XX:+UseParallelGC"});
    variants.put("young generation 64 MB", new String[] {"-Xmn64m"});
    variants.put("NIO", new String[] {"-Dgatling.netty.useNativeTransport=false"});
    variants.put("io_uring", new String[] {"-Dgatling.netty.useIoUring=true"});
    variants.put("buffers not pooled", new String[] {"-Dgatling.netty.allocator=unpooled"});
    variants.put("no console", new String[] {"-Dgatling.data.writers.0=file"});
    return variants;
  }
}
