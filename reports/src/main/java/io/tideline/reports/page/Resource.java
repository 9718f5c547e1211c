package io.tideline.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text that comes with the program. */
final class Resource {
  private Resource() {}

  /** The text of a file beside this class. */
  static String beside(String name) {
    return text(Resource.class.getPackageName().replace('.', '/') + "/" + name);
  }

  /** The text of a file on the class path, its lines ended by {@code \n}. */
  static String text(String path) {
    try (InputStream file = Resource.class.getClassLoader().getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
