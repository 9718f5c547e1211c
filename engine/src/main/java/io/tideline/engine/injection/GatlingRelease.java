package io.tideline.engine.injection;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The Gatling releases that a run can be made with, newest first, each with the {@link
 * GatlingBridge} of its generation. The parent's pom.xml accepts the same ones as {@code
 * gatling.version}.
 */
enum GatlingRelease {
  GATLING_3_16_0("3.16.0", "Gatling316"),
  GATLING_3_15_1("3.15.1", "Gatling315");

  private static final String VERSION_FILE = "gatling-version.properties";

  private final String version;
  private final String bridge;

  GatlingRelease(String version, String bridge) {
    this.version = version;
    this.bridge = bridge;
  }

  String version() {
    return version;
  }

  /**
   * Returns the bridge into the Gatling on the class path.
   *
   * @throws IllegalStateException when there is none for it; the message names those there are
   */
  static GatlingBridge bridgeOfClassPath() {
    ClassLoader loader = GatlingRelease.class.getClassLoader();
    return bridge(versionOn(loader), loader);
  }

  static GatlingBridge bridge(String version, ClassLoader loader) {
    for (GatlingRelease release : values()) {
      if (release.version.equals(version)) {
        return release.load(loader);
      }
    }
    throw new IllegalStateException(
        "Gatling %s is on the class path; Tideline runs load on %s: use one of them"
            .formatted(version, all()));
  }

  private GatlingBridge load(ClassLoader loader) {
    try {
      Class<?> found =
          Class.forName(GatlingRelease.class.getPackageName() + "." + bridge, true, loader);
      return (GatlingBridge) found.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException(
          ("Gatling %s is on the class path, and this Tideline was built for another one of %s:"
                  + " build Tideline with -Dgatling.version=%s, or use the Gatling that it was"
                  + " built for")
              .formatted(version, all(), version),
          e);
    }
  }

  /** All versions, for a sentence. */
  static String all() {
    return Arrays.stream(values())
        .map(GatlingRelease::version)
        .collect(Collectors.joining(" and "));
  }

  /** The version that the Gatling of a class path says that it has. */
  private static String versionOn(ClassLoader loader) {
    Properties properties = new Properties();
    try (InputStream file = loader.getResourceAsStream(VERSION_FILE)) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException(VERSION_FILE + " of Gatling cannot be read: " + e, e);
    }
    return properties.getProperty("version", "of unknown version");
  }
}
