package io.tideline.engine.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A block of the plan file that knows where it stands. A value that is missing or wrong is noted as
 * a problem and read as the fallback, so that reading goes on and finds the next one.
 */
final class Node {
  private final String path;
  private final ConfigObject object;
  private final Problems problems;

  Node(String path, ConfigObject object, Problems problems) {
    this.path = path;
    this.object = object;
    this.problems = problems;
  }

  /** The same block, of which problems are told to nobody. */
  Node silent() {
    return new Node(path, object, new Problems());
  }

  boolean has(String key) {
    return object.containsKey(key);
  }

  /** The block's keys in the order of the file. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(object.keySet());
    keys.sort(
        (a, b) -> {
          int lines = Integer.compare(line(a), line(b));
          return lines != 0 ? lines : a.compareTo(b);
        });
    return keys;
  }

  /** Notes each key that is not among {@code known}. */
  void allow(Set<String> known) {
    for (String key : keys()) {
      if (!known.contains(key)) {
        problem(key, "is not known here; known are " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  boolean isText(String key) {
    ConfigValue value = object.get(key);
    return value != null && value.valueType() == ConfigValueType.STRING;
  }

  /** A file that the value under {@code key} names, beside the file in which it stands. */
  Path beside(String key, String name) {
    ConfigValue value = object.get(key);
    String own = value == null ? null : value.origin().filename();
    return own == null ? Path.of(name) : Path.of(own).resolveSibling(name);
  }

  /** The block under {@code key}, empty when there is none. */
  Node child(String key) {
    ConfigValue value = object.get(key);
    if (value == null) {
      return new Node(join(key), EMPTY, problems);
    }
    if (!(value instanceof ConfigObject child)) {
      problem(key, "must be a block { ... }, not " + shown(value));
      return new Node(join(key), EMPTY, problems);
    }
    return new Node(join(key), child, problems);
  }

  /** The blocks in the list under {@code key}, empty when there is none. */
  List<Node> children(String key) {
    ConfigValue value = object.get(key);
    if (value == null) {
      return List.of();
    }
    if (value.valueType() != ConfigValueType.LIST) {
      problem(key, "must be a list [ ... ], not " + shown(value));
      return List.of();
    }
    List<Node> nodes = new ArrayList<>();
    int index = 0;
    for (ConfigValue item : (com.typesafe.config.ConfigList) value) {
      String at = join(key) + "[" + index++ + "]";
      if (item instanceof ConfigObject child) {
        nodes.add(new Node(at, child, problems));
      } else {
        problems.add(place(item.origin()) + at + ": must be a block { ... }, not " + shown(item));
      }
    }
    return nodes;
  }

  /** The value under {@code key} as {@code type} says, or {@code fallback} when there is none. */
  <T> T read(String key, ValueType<T> type, T fallback) {
    @Nullable T value = readOrNull(key, type);
    return value == null ? fallback : value;
  }

  /** The value under {@code key} as {@code type} says, or null when it is missing or wrong. */
  <T> @Nullable T readOrNull(String key, ValueType<T> type) {
    ConfigValue value = object.get(key);
    if (value == null) {
      return null;
    }
    try {
      return type.from().apply(value.atKey(SINGLE));
    } catch (Values.Misread e) {
      problem(key, e.sentence(shown(value)));
      return null;
    } catch (ConfigException | IllegalArgumentException e) {
      problem(
          key, shown(value) + " is no " + type.name() + "; write for example " + type.example());
      return null;
    }
  }

  void problem(String key, String sentence) {
    ConfigValue value = object.get(key);
    problems.add(place((value == null ? object : value).origin()) + join(key) + ": " + sentence);
  }

  Problems problems() {
    return problems;
  }

  private int line(String key) {
    ConfigValue value = object.get(key);
    return value == null ? 0 : value.origin().lineNumber();
  }

  private String join(String key) {
    String quoted = ConfigUtil.joinPath(key);
    return path.isEmpty() ? quoted : path + "." + quoted;
  }

  private static String place(ConfigOrigin origin) {
    String file = origin.filename() == null ? origin.resource() : origin.filename();
    if (file == null) {
      return "";
    }
    return Path.of(file).getFileName() + ":" + origin.lineNumber() + ": ";
  }

  private static String shown(ConfigValue value) {
    return value.valueType() == ConfigValueType.STRING
        ? "\"" + value.unwrapped() + "\""
        : String.valueOf(value.unwrapped());
  }

  private static final ConfigObject EMPTY = com.typesafe.config.ConfigFactory.empty().root();

  /** The one key of the little configs that {@link ValueType#from} reads. */
  static final String SINGLE = "value";

  /**
   * A kind of value.
   *
   * @param name what it is called in a message
   * @param example what would do
   * @param from reads it under {@link #SINGLE}; throws when it is none
   */
  record ValueType<T>(String name, String example, Function<Config, T> from) {}
}
