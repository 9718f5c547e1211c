package io.tideline.reports.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Tideline, as the build wrote it beside this class. */
public final class TidelineVersion {
  /** For example {@code 0.1.0}. */
  public static final String CURRENT = read();

  private TidelineVersion() {}

  private static String read() {
    Properties properties = new Properties();
    try (InputStream in = TidelineVersion.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is not on the class path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
