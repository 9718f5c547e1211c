package io.tideline.feeders;

/**
 * Finds texts that were there before, a million of them in 24 MB: it keeps a 64-bit hash of each
 * and the line it stood on, in tables with open addressing. Among a million texts there is one
 * chance in 37 million of taking two different ones for the same.
 */
final class DistinctTexts {

  private long[] hashes = new long[1 << 12];
  private int[] lines = new int[1 << 12];
  private int size;

  /** The line on which the text stood before, or 0 where it is new; lines count from 1. */
  long add(String text, long line) {
    if (size * 2 > hashes.length) {
      grow();
    }
    long hash = hash(text);
    int place = placeOf(hash);
    if (lines[place] != 0) {
      return lines[place];
    }
    hashes[place] = hash;
    lines[place] = Math.toIntExact(line);
    size++;
    return 0;
  }

  private int placeOf(long hash) {
    int mask = hashes.length - 1;
    int place = (int) hash & mask;
    while (lines[place] != 0 && hashes[place] != hash) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldLines = lines;
    hashes = new long[oldHashes.length * 2];
    lines = new int[oldLines.length * 2];
    for (int i = 0; i < oldLines.length; i++) {
      if (oldLines[i] != 0) {
        int place = placeOf(oldHashes[i]);
        hashes[place] = oldHashes[i];
        lines[place] = oldLines[i];
      }
    }
  }

  /** FNV-1a over the characters, then spread as in SplitMix64. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    return hash ^ (hash >>> 31);
  }
}
