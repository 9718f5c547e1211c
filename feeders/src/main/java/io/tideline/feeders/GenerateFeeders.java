package io.tideline.feeders;

import io.tideline.fixtures.data.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes a set of feeder files: {@code GenerateFeeders ACCOUNTS FOLDER [SEED]}. A folder that holds
 * exactly this set already is left as it is. The accounts are those of a Memories service that was
 * started with as many users and the same seed.
 */
public final class GenerateFeeders {

  private static final long MOST_USERS = 10_000_000;

  private GenerateFeeders() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    if (args.length < 2 || args.length > 3) {
      throw new IllegalArgumentException(
          "expected ACCOUNTS FOLDER [SEED], got " + args.length + " arguments");
    }
    long seed =
        args.length == 3
            ? number("seed", args[2], Long.MIN_VALUE, Long.MAX_VALUE)
            : Fixtures.DEFAULT_SEED;
    generate(number("accounts", args[0], 1, MOST_USERS), seed, Path.of(args[1]));
  }

  /** Makes the set and says whether it had to be made. */
  static boolean generate(long users, long seed, Path folder) throws IOException {
    Path note = folder.resolve(FeederFiles.MADE_FROM);
    String madeFrom =
        String.format(Locale.ROOT, "users=%d%nseed=%d%nformat=1%n", users, seed).replace("\r", "");
    if (Files.exists(note) && Files.readString(note).equals(madeFrom)) {
      return false;
    }
    Files.createDirectories(folder);
    Files.deleteIfExists(note);
    new FeederWriter(Fixtures.seeded(seed), folder).write(users);
    Files.writeString(note, madeFrom);
    return true;
  }

  private static long number(String name, String text, long least, long most) {
    if (text.matches("-?\\d{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "-D"
            + name
            + ": expected a whole number from "
            + least
            + " to "
            + most
            + ", got '"
            + text
            + "'");
  }
}
