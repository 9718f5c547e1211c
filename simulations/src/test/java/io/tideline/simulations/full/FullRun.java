package io.tideline.simulations.full;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Where a full run keeps what it does, and which state of the source it examines. */
public final class FullRun {
  /** The project's folder, as Maven says it. */
  private static final String ROOT = "full.root";

  private static final String FOLDER = "full.folder";
  private static final int SHORT = 12;
  private static final List<String> NO_SOURCE = List.of("target", ".git", "load", ".idea");

  private static final List<String> NOTES = new ArrayList<>();

  private FullRun() {}

  /** The project's folder. */
  public static Path root() {
    return Path.of(System.getProperty(ROOT, "..")).toAbsolutePath().normalize();
  }

  /** Where outcomes and results are kept; {@code -Dfull.folder=FOLDER} names another. */
  public static Path folder() {
    String named = System.getProperty(FOLDER, "");
    return named.isBlank()
        ? root().resolve("target").resolve("full")
        : Path.of(named).toAbsolutePath();
  }

  /** A folder for the results of an exam, empty at first. */
  public static Path fresh(String name) throws IOException {
    Path folder = folder().resolve("results").resolve(name + "-" + System.currentTimeMillis());
    return Files.createDirectories(folder);
  }

  /** Remembers what came in the exam that is running, for the table. */
  public static void note(String came) {
    synchronized (NOTES) {
      NOTES.add(came);
    }
  }

  /** What was noted since the last time this was asked. */
  static String notes() {
    synchronized (NOTES) {
      String all = String.join("; ", NOTES);
      NOTES.clear();
      return all;
    }
  }

  static Ledger ledger() {
    return new Ledger(folder(), source());
  }

  /** The bytes of all files that are source, in short: what is examined, committed or not. */
  static String source() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files(root())) {
        digest.update(root().relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All files of the project but what is built, in order. Documents do not change an answer. */
  private static List<Path> files(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    walk(root, files);
    return files.stream().filter(file -> !file.toString().endsWith(".md")).sorted().toList();
  }

  private static void walk(Path folder, List<Path> files) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.toList()) {
        if (Files.isSymbolicLink(child)) {
          continue;
        }
        if (Files.isRegularFile(child) && !child.endsWith(".git")) {
          files.add(child);
        } else if (Files.isDirectory(child)
            && !child.equals(folder())
            && !NO_SOURCE.contains(child.getFileName().toString())) {
          walk(child, files);
        }
      }
    }
  }

  /**
   * A copy of the source with nothing built, as from a fresh clone; the one there, if it is whole.
   */
  public static Path copy(String name) throws IOException {
    Path copy = folder().resolve("copies").resolve(source() + "-" + name);
    Path whole = copy.resolve("target").resolve("whole-copy");
    if (!Files.exists(whole)) {
      List<Path> all = new ArrayList<>();
      walk(root(), all);
      for (Path file : all) {
        Path to = copy.resolve(root().relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(
            file,
            to,
            java.nio.file.StandardCopyOption.REPLACE_EXISTING,
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
      Files.createDirectories(whole.getParent());
      Files.createFile(whole);
    }
    return copy;
  }
}
