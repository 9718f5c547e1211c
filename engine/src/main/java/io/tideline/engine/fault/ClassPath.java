package io.tideline.engine.fault;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the class path that a class came from, so that another JVM can be given the same. */
final class ClassPath {
  private ClassPath() {}

  /**
   * As {@code java -cp} wants it. In most JVMs it is the system's own; under a build tool that runs
   * programs in its own JVM it is that of a {@link URLClassLoader}.
   */
  static String of(Class<?> type) throws IOException {
    if (type.getClassLoader() == ClassLoader.getSystemClassLoader()) {
      return System.getProperty("java.class.path");
    }
    List<String> entries = new ArrayList<>();
    for (ClassLoader loader = type.getClassLoader(); loader != null; loader = loader.getParent()) {
      if (loader instanceof URLClassLoader urls) {
        addTo(entries, urls);
      }
    }
    if (entries.isEmpty()) {
      throw new IOException(
          "no keeper can be started: the class path is unknown, as "
              + type.getName()
              + " was loaded by "
              + type.getClassLoader());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void addTo(List<String> entries, URLClassLoader loader) throws IOException {
    for (URL url : loader.getURLs()) {
      try {
        entries.add(Path.of(url.toURI()).toString());
      } catch (URISyntaxException | IllegalArgumentException e) {
        throw new IOException("cannot pass on the class path entry " + url, e);
      }
    }
  }
}
