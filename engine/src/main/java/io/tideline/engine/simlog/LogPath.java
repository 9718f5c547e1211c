package io.tideline.engine.simlog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the scenario something happened: the groups from the outermost inwards, and for a
 * request its name last. The parser makes one per distinct path, so that they may be compared by
 * identity and counted in an array by {@link #id()}.
 */
public final class LogPath {
  static final LogPath ROOT = new LogPath(0, null, List.of());

  private final int id;
  private final @Nullable LogPath parent;
  private final List<String> names;

  private LogPath(int id, @Nullable LogPath parent, List<String> names) {
    this.id = id;
    this.parent = parent;
    this.names = names;
  }

  LogPath child(int childId, String name) {
    List<String> all = new ArrayList<>(names);
    all.add(name);
    return new LogPath(childId, this, List.copyOf(all));
  }

  boolean leadsOnFrom(LogPath other) {
    return parent == other;
  }

  /** Number of this path among those of its log: small, dense, from 0. */
  public int id() {
    return id;
  }

  /** The names, outermost first. */
  public List<String> names() {
    return names;
  }

  /** The innermost name; empty for the empty path. */
  public String name() {
    return names.isEmpty() ? "" : names.get(names.size() - 1);
  }

  /** Names around the innermost one. */
  public List<String> groups() {
    return names.isEmpty() ? names : names.subList(0, names.size() - 1);
  }

  @Override
  public String toString() {
    return String.join(" / ", names);
  }
}
