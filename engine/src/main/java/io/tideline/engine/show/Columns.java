package io.tideline.engine.show;

/**
 * How many columns of a terminal a text takes: two for most characters of East Asia and for emoji,
 * none for marks that combine with the character before, one for all others (after Markus Kuhn's
 * wcwidth and the ranges of Unicode's East Asian Width W and F).
 */
final class Columns {
  private static final String MORE = "...";
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x231a, 0x231b},
    {0x23e9, 0x23f3},
    {0x25fd, 0x25fe},
    {0x2614, 0x2615},
    {0x2648, 0x2653},
    {0x267f, 0x26ff},
    {0x2705, 0x27bf},
    {0x2b1b, 0x2b55},
    {0x2e80, 0x303e},
    {0x3041, 0xa4cf},
    {0xa960, 0xa97f},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe10, 0xfe19},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x16fe0, 0x18cff},
    {0x1aff0, 0x1b2ff},
    {0x1f004, 0x1f004},
    {0x1f0cf, 0x1f0cf},
    {0x1f18e, 0x1f19a},
    {0x1f1e6, 0x1f320},
    {0x1f32d, 0x1faff},
    {0x20000, 0x3fffd},
  };

  private Columns() {}

  /** How many columns {@code text} takes. */
  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /** {@code text} if it fits, else as much of its beginning as does, with an ellipsis. */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int taken = of(MORE);
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int character = text.codePointAt(at);
      taken += of(character);
      if (taken > columns) {
        break;
      }
      cut.appendCodePoint(character);
    }
    return columns < MORE.length() ? MORE.substring(0, Math.max(0, columns)) : cut + MORE;
  }

  /** {@code text} without line ends and whatever else would move a terminal's cursor. */
  static String printable(String text) {
    return text.codePoints()
        .map(character -> moves(character) ? ' ' : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean moves(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (character >= range[0] && character <= range[1]) {
        return 2;
      }
    }
    return 1;
  }
}
