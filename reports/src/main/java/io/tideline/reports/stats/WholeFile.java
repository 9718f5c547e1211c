package io.tideline.reports.stats;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a file so that a reader sees all of it or what was there before. */
public final class WholeFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private WholeFile() {}

  /** Makes {@code folder} and those around it, unless they are there. */
  public static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileSystemException e) {
      throw new IOException(folder + ": cannot be created: " + why(e), e);
    }
  }

  /**
   * Writes {@code text} to {@code file}, whose folder is there. Several processes may write the
   * same file at once: one of their texts is what remains.
   *
   * @return the file
   * @throws IOException with the file and the reason in its message
   */
  public static Path write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.writeString(draft, text);
      move(draft, file);
      return file;
    } catch (FileSystemException e) {
      throw new IOException(file + ": cannot be written: " + why(e), e);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * The text of {@code file}, without the mark that some editors put before it.
   *
   * @throws IOException when it cannot be read; the message names the file where it is no text
   */
  public static String text(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": not text in UTF-8", e);
    }
  }

  /** The same, and makes the file's folder before it. */
  public static Path writeWithFolder(Path file, String text) throws IOException {
    createFolder(folderOf(file));
    return write(file, text);
  }

  /** The folder that a file lies in, wherever that file is named from. */
  public static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException(file + ": no file, but the root of a file system");
    }
    return folder;
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String why(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }
}
