package io.tideline.engine.simlog;

import java.nio.charset.StandardCharsets;

/**
 * The fields that records are made of, each checked against what Gatling can write.
 *
 * <p>Gatling copies a string's bytes as the JVM holds them, so text beyond Latin-1 is UTF-16 in the
 * byte order of the generator's processor, which the log does not tell. It is taken to be
 * little-endian, as on every x86 and ARM machine; a log from a big-endian generator would show
 * wrong letters in such names and is otherwise read correctly.
 */
final class RecordFields {
  /** Gatling's buffer is 8 KiB; a longer string, with its length and coder, does not fit. */
  static final int LONGEST_STRING = 8192 - Integer.BYTES - Byte.BYTES;

  /** Where the buffer's size was a setting, {@code gatling.data.file.bufferSize}, up to 1 MiB. */
  static final int LONGEST_CONFIGURED_STRING = (1 << 20) - Integer.BYTES - Byte.BYTES;

  /** What stands for a message that Gatling failed to write. */
  static final String LOST_MESSAGE = "(a message too long for Gatling to record)";

  private static final byte LATIN_1 = 0;
  private static final byte UTF_16 = 1;

  private final ByteCursor cursor;
  private final StringTable strings;
  private int longestString = LONGEST_STRING;

  RecordFields(ByteCursor cursor, StringTable strings) {
    this.cursor = cursor;
    this.strings = strings;
  }

  /** From now on strings may have up to {@code bytes} bytes. */
  void longestString(int bytes) {
    longestString = bytes;
  }

  boolean flag() throws RecordCutShort, MalformedRecord {
    byte value = cursor.nextByte();
    if (value != 0 && value != 1) {
      throw malformed(Byte.BYTES, "a flag is " + value + ", not 0 or 1");
    }
    return value == 1;
  }

  /** An instant in milliseconds, which may be anything: Gatling's writer checks none. */
  int millis() throws RecordCutShort {
    return cursor.nextInt();
  }

  /** A number from 0 to {@code most}. */
  int count(String what, int most) throws RecordCutShort, MalformedRecord {
    return within(what, cursor.nextInt(), most);
  }

  private int within(String what, int value, int most) throws MalformedRecord {
    if (value < 0 || value > most) {
      throw malformed(Integer.BYTES, what + " " + value + " is not within 0 to " + most);
    }
    return value;
  }

  /** A number that may be anything, since users' code can put it into the log. */
  int anyNumber() throws RecordCutShort {
    return cursor.nextInt();
  }

  /** The index of a cached string, which is introduced here or was before. */
  int cached() throws RecordCutShort, MalformedRecord {
    int index = cursor.nextInt();
    if (index > 0 && index == strings.next()) {
      strings.add(string());
      return index;
    }
    return known(index);
  }

  /**
   * A cached message, the last field that Gatling writes of a failed request.
   *
   * <p>Gatling's writer fails when a message does not fit into its buffer, drops the rest of the
   * record and goes on with the next, which may have this message's index again. It happens in two
   * ways. A long message, which Gatlings before 3.14.9 do not shorten: then its length is there,
   * and no byte of it. And an empty one, before which no version looks whether there is room for
   * its length: then nothing is there. Either is recognised by an impossible length with a valid
   * record type where the next record begins.
   */
  String message() throws RecordCutShort, MalformedRecord {
    int index = cursor.nextInt();
    if (index <= 0 || index != strings.next()) {
      return strings.get(known(index));
    }
    int length = cursor.peekInt();
    if (length >= 0 && length <= LONGEST_STRING) {
      return added(string());
    }
    if (RecordType.canFollow(cursor.peekByte())) {
      return "";
    }
    return longMessage();
  }

  private String longMessage() throws RecordCutShort, MalformedRecord {
    int length = cursor.nextInt();
    if (length == LONGEST_STRING + 1 && longestString == LONGEST_STRING) {
      cursor.advance(length);
      return LOST_MESSAGE;
    }
    if (length > 0 && RecordType.canFollow(cursor.peekByte())) {
      return LOST_MESSAGE;
    }
    return added(text(within("string length", length, longestString)));
  }

  private String added(String string) {
    strings.add(string);
    return string;
  }

  String string() throws RecordCutShort, MalformedRecord {
    return text(count("string length", longestString));
  }

  /** A version, which is never empty: a machine that lost its power leaves zeros behind. */
  String version() throws RecordCutShort, MalformedRecord {
    String version = string();
    if (version.isBlank()) {
      throw malformed(0, "no version of Gatling where it stands first");
    }
    return version;
  }

  private String text(int length) throws RecordCutShort, MalformedRecord {
    if (length == 0) {
      return "";
    }
    int from = cursor.advance(length);
    byte coder = cursor.nextByte();
    return oneLine(decoded(from, length, coder));
  }

  /** A 64-bit number. */
  long number() throws RecordCutShort {
    return cursor.nextLong();
  }

  /** Passes over {@code length} bytes. */
  void skip(int length) throws RecordCutShort {
    cursor.advance(length);
  }

  /** Everything from the byte before the cursor on, at most as much as a run's record needs. */
  String rest() {
    int from = cursor.position() - Byte.BYTES;
    int length = Math.min(cursor.limit() - from, LONGEST_CONFIGURED_STRING);
    return new String(cursor.bytes(), from, length, StandardCharsets.ISO_8859_1);
  }

  private int known(int index) throws MalformedRecord {
    if (index >= 0 || !strings.has(-index)) {
      int introduced = strings.next() - 1;
      throw malformed(
          Integer.BYTES, "string index " + index + " where " + introduced + " are introduced");
    }
    return -index;
  }

  private String decoded(int from, int length, byte coder) throws MalformedRecord {
    if (coder == LATIN_1) {
      return new String(cursor.bytes(), from, length, StandardCharsets.ISO_8859_1);
    }
    if (coder == UTF_16 && length % Character.BYTES == 0) {
      return new String(cursor.bytes(), from, length, StandardCharsets.UTF_16LE);
    }
    throw malformed(Byte.BYTES, "a string of " + length + " bytes has the coder " + coder);
  }

  /**
   * Line breaks and tabs become spaces, as in Gatling's own report, and so do all other control
   * characters: what a target puts into a message must not steer the terminal that shows it.
   */
  private static String oneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return withoutControls(text, i);
      }
    }
    return text;
  }

  private static String withoutControls(String text, int first) {
    char[] chars = text.toCharArray();
    for (int i = first; i < chars.length; i++) {
      chars[i] = Character.isISOControl(chars[i]) ? ' ' : chars[i];
    }
    return new String(chars);
  }

  private MalformedRecord malformed(int bytesBack, String what) {
    return new MalformedRecord(cursor.position() - bytesBack, what);
  }
}
