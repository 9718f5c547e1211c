package io.tideline.feeders;

import io.tideline.feeders.CsvReader.CsvFault;
import io.tideline.fixtures.data.Account;
import io.tideline.fixtures.data.Fixtures;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of virtual users: user k has row k, and no two rows have the same email address, so
 * no account is used twice at a time. A million rows take their file's size and four bytes each; a
 * row is found in constant time. Accounts beyond the file's may follow from the fixtures that the
 * file was made from: those take no room. Immutable, so safe for use by several threads.
 */
public final class UserRows {

  static final List<String> HEADER = List.of("email", "password");

  private final Path path;
  private final byte[] bytes;
  private final int[] positions;
  private final @Nullable Fixtures fixtures;
  private final long size;

  private UserRows(
      Path path, byte[] bytes, int[] positions, @Nullable Fixtures fixtures, long size) {
    this.path = path;
    this.bytes = bytes;
    this.positions = positions;
    this.fixtures = fixtures;
    this.size = size;
  }

  static UserRows read(Path path, Problems problems) throws FeederException {
    CsvFile file = new CsvFile(path, HEADER, problems);
    Positions positions = new Positions();
    DistinctTexts emails = new DistinctTexts();
    file.read(
        (row, position) -> {
          String email = row.text(0);
          row.text(1);
          long before = emails.add(email, row.line());
          if (!email.isBlank() && before > 0) {
            row.problem(
                0,
                "expected an email of its own, found that of line " + before + ": '" + email + "'");
          }
          positions.add(position);
        });
    return new UserRows(path, file.bytes(), positions.toArray(), null, positions.size);
  }

  /** Whether each row is the account of the same index in {@code others}. */
  boolean follow(Fixtures others) {
    for (int k = 0; k < positions.length; k++) {
      Account account = others.account(k);
      UserRow row = user(k);
      if (!row.email().equals(account.email()) || !row.password().equals(account.password())) {
        return false;
      }
    }
    return true;
  }

  /** The same rows, and then as many of {@code others}' accounts as make {@code number} in all. */
  UserRows upTo(long number, Fixtures others) {
    return number <= size ? this : new UserRows(path, bytes, positions, others, number);
  }

  /** How many accounts there are. */
  public long size() {
    return size;
  }

  /**
   * Row k.
   *
   * @throws IndexOutOfBoundsException where there are not so many
   */
  public UserRow user(long k) {
    if (k < 0 || k >= size) {
      throw new IndexOutOfBoundsException(tooFew(k + 1));
    }
    if (k >= positions.length && fixtures != null) {
      Account account = fixtures.account(k);
      return new UserRow(k, account.email(), account.password());
    }
    try {
      CsvRecord row = new CsvReader(bytes).seek(positions[(int) k], 1).next();
      return new UserRow(k, row.fields().get(0), row.fields().get(1));
    } catch (CsvFault e) {
      throw new IllegalStateException(path + ": row " + k + " was read before", e);
    }
  }

  /**
   * Says before a run that there are too few accounts for it.
   *
   * @throws FeederException naming the command that makes more
   */
  public void require(long users) throws FeederException {
    if (users > size()) {
      throw new FeederException(tooFew(users));
    }
  }

  private String tooFew(long needed) {
    return path
        + ": the run needs "
        + needed
        + " users and the file has "
        + size()
        + "; add rows to it, or make a set with: mvn -q -pl feeders -am process-classes -Daccounts="
        + needed;
  }

  /** A list of int that grows. */
  private static final class Positions {

    private int[] values = new int[1 << 15];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
