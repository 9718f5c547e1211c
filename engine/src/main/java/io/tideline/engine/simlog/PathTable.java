package io.tideline.engine.simlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The paths of a log, each made once: a trie whose edges are the log's string indices, held in one
 * open-addressed table from (parent, string) to child, so that a look-up allocates nothing.
 */
final class PathTable {
  private static final int FIRST_CAPACITY = 256;

  private final List<LogPath> paths = new ArrayList<>(List.of(LogPath.ROOT));
  private long[] keys = new long[FIRST_CAPACITY];
  private int[] children = new int[FIRST_CAPACITY];

  /** The path that leads on from {@code parent} by the string with index {@code string} above 0. */
  LogPath child(LogPath parent, int string, StringTable strings) {
    long key = (long) parent.id() << Integer.SIZE | strings.kept(string);
    int slot = slot(keys, key);
    if (keys[slot] != key) {
      slot = add(key, parent.child(paths.size(), strings.get(string)));
    }
    return paths.get(children[slot]);
  }

  private int add(long key, LogPath path) {
    if (paths.size() * 2 > keys.length) {
      grow();
    }
    int slot = slot(keys, key);
    keys[slot] = key;
    children[slot] = path.id();
    paths.add(path);
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldChildren = children;
    keys = new long[oldKeys.length * 2];
    children = Arrays.copyOf(oldChildren, keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        children[slot] = oldChildren[i];
      }
    }
  }

  private static int slot(long[] table, long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & (table.length - 1);
    while (table[slot] != 0 && table[slot] != key) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
