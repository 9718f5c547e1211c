package io.tideline.feeders;

import io.tideline.fixtures.data.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A folder of feeder files, read and checked as a whole: a folder that could be opened holds no
 * broken row. Immutable, so safe for use by several threads.
 *
 * <p>In error messages a place is {@code file:line:column}, all counted from 1; the column of a CSV
 * file is the number of the field, that of a JSON file the number of the character.
 */
public final class FeederFolder {

  private static final String USERS = "users=";
  private static final int DIGEST_DIGITS = 16;

  private final Path path;
  private final UserRows users;
  private final Rows<MemoryRow> memories;
  private final Rows<MediaRow> media;
  private final Rows<SearchRow> searches;
  private final Rows<String> tags;

  private FeederFolder(Path path, Problems problems) throws FeederException {
    this.path = path;
    users = UserRows.read(path.resolve(FeederFiles.USERS), problems);
    memories = MemoriesFile.read(path.resolve(FeederFiles.MEMORIES), problems);
    media = SmallFiles.media(path.resolve(FeederFiles.MEDIA), problems);
    searches = SmallFiles.searches(path.resolve(FeederFiles.SEARCHES), problems);
    tags = SmallFiles.tags(path.resolve(FeederFiles.TAGS), problems);
  }

  /**
   * Reads and checks all files of a folder.
   *
   * @throws FeederException naming each broken row by file, line and column, up to ten of them
   */
  public static FeederFolder open(Path folder) throws FeederException {
    if (!Files.isDirectory(folder)) {
      throw new FeederException(
          folder
              + ": expected a folder of feeder files, found "
              + (Files.exists(folder) ? "a file" : "nothing")
              + "; make one with: mvn -q -pl feeders -am process-classes -Daccounts=20000");
    }
    Problems problems = new Problems();
    FeederFolder read = new FeederFolder(folder, problems);
    problems.check();
    return read;
  }

  private FeederFolder(FeederFolder other, UserRows users) {
    this.path = other.path;
    this.users = users;
    this.memories = other.memories;
    this.media = other.media;
    this.searches = other.searches;
    this.tags = other.tags;
  }

  /**
   * These feeders with so many accounts, those beyond the file's by the formula that a Memories
   * service makes its accounts by; with only the file's where the file holds any others.
   */
  public FeederFolder withUsers(long number) {
    if (number <= users.size()) {
      return this;
    }
    Fixtures fixtures = Fixtures.seeded(Fixtures.DEFAULT_SEED);
    return users.follow(fixtures) ? new FeederFolder(this, users.upTo(number, fixtures)) : this;
  }

  /**
   * Where the files are: in the folder given, else in {@code feeders/generated} where that holds a
   * finished set of more accounts than the committed {@code feeders/data}, else in the latter.
   */
  public static Path locate(Path projectRoot, @Nullable Path given) {
    if (given != null) {
      return given;
    }
    Path committed = projectRoot.resolve("feeders").resolve("data");
    Path generated = projectRoot.resolve("feeders").resolve("generated");
    return accounts(generated) > accounts(committed) ? generated : committed;
  }

  /** How many accounts a folder says that it was made with; 0 when it is no finished set. */
  private static long accounts(Path folder) {
    try {
      return Files.readAllLines(folder.resolve(FeederFiles.MADE_FROM)).stream()
          .filter(line -> line.startsWith(USERS))
          .mapToLong(line -> Long.parseLong(line.substring(USERS.length()).strip()))
          .findFirst()
          .orElse(0);
    } catch (IOException | NumberFormatException notFinished) {
      return 0;
    }
  }

  /** As {@link #locate(Path, Path)}, with no folder given. */
  public static Path locate(Path projectRoot) {
    return locate(projectRoot, null);
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /**
   * A short digest of all that the files hold: equal for folders of equal data.
   *
   * @throws UncheckedIOException when a file can be read no more
   */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : FeederFiles.DATA) {
        digest.update(Files.readAllBytes(path.resolve(name)));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The accounts; virtual user k signs in as row k. */
  public UserRows users() {
    return users;
  }

  /** The file of the accounts. */
  public Path usersFile() {
    return path.resolve(FeederFiles.USERS);
  }

  /** Memories to keep. */
  public Rows<MemoryRow> memories() {
    return memories;
  }

  /** Files to upload. */
  public Rows<MediaRow> media() {
    return media;
  }

  /** Terms to search, as often as users would. */
  public Rows<SearchRow> searches() {
    return searches;
  }

  /** Tags to browse by, the most popular first. */
  public Rows<String> tags() {
    return tags;
  }
}
