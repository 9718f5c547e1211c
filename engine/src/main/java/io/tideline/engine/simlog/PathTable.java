package io.tideline.engine.simlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paths of a log, each made once: a trie whose edges are the log's string indices, held in one
 * open-addressed table from (parent, string) to child, so that a look-up allocates nothing. A log
 * whose names make endless paths does not fill the memory: past a bound on the names in all paths
 * together there is one more path for all others.
 */
final class PathTable {
  static final int MOST_NAMES = 1 << 19;

  private static final int FIRST_CAPACITY = 256;

  private final List<LogPath> paths = new ArrayList<>(List.of(LogPath.ROOT));
  private long[] keys = new long[FIRST_CAPACITY];
  private int[] children = new int[FIRST_CAPACITY];

  /** The path that each string ended last: nearly always the one that is asked for again. */
  private @Nullable LogPath[] byString = new LogPath[FIRST_CAPACITY];

  private int names;
  private @Nullable LogPath furtherPaths;

  /** The path that leads on from {@code parent} by the string with index {@code string} above 0. */
  LogPath child(LogPath parent, int string, StringTable strings) {
    int kept = strings.kept(string);
    LogPath recent = kept < byString.length ? byString[kept] : null;
    return recent != null && recent.leadsOnFrom(parent) ? recent : lookedUp(parent, kept, strings);
  }

  private LogPath lookedUp(LogPath parent, int string, StringTable strings) {
    LogPath path = inTable(parent, string, strings);
    if (path == furtherPaths) {
      return path;
    }
    if (string >= byString.length) {
      byString = Arrays.copyOf(byString, Math.max(string + 1, byString.length * 2));
    }
    byString[string] = path;
    return path;
  }

  private LogPath inTable(LogPath parent, int string, StringTable strings) {
    if (parent == furtherPaths) {
      return parent;
    }
    long key = (long) parent.id() << Integer.SIZE | string;
    int slot = slot(keys, key);
    if (keys[slot] == key) {
      return paths.get(children[slot]);
    }
    return names < MOST_NAMES
        ? add(key, parent.child(paths.size(), strings.get(string)))
        : furtherPaths();
  }

  private LogPath furtherPaths() {
    LogPath known = furtherPaths;
    if (known == null) {
      known = LogPath.ROOT.child(paths.size(), StringTable.NOT_KEPT);
      paths.add(known);
      furtherPaths = known;
    }
    return known;
  }

  private LogPath add(long key, LogPath path) {
    if (paths.size() * 2 > keys.length) {
      grow();
    }
    int slot = slot(keys, key);
    keys[slot] = key;
    children[slot] = path.id();
    paths.add(path);
    names += path.names().size();
    return path;
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
