package io.tideline.engine.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueType;
import io.tideline.engine.plan.Node.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the options that a scenario gives the sample service, as on its command line: {@code
 * sample-service = "--workers=1..3 --start-delay=2s"}, or a list of such texts for values that hold
 * an option's beginning. What the options mean is checked by whoever starts the service.
 */
final class SampleServiceReader {
  static final String KEY = "sample-service";

  private static final ValueType<List<String>> OPTIONS =
      new ValueType<>(
          "text or list of options that begin with --",
          "\"--workers=1..3 --start-delay=2s\"",
          SampleServiceReader::options);

  private SampleServiceReader() {}

  /** The options of a scenario or of the defaults; empty where there are none. */
  static List<String> read(Node holder) {
    return holder.read(KEY, OPTIONS, List.of());
  }

  private static List<String> options(Config config) {
    boolean list = config.getValue(Node.SINGLE).valueType() == ConfigValueType.LIST;
    List<String> options = new ArrayList<>();
    for (String text :
        list ? config.getStringList(Node.SINGLE) : List.of(config.getString(Node.SINGLE))) {
      options.addAll(ServiceOptionText.split(text));
    }
    if (!options.stream().allMatch(option -> option.startsWith("--") && option.length() > 2)) {
      throw new IllegalArgumentException("no option");
    }
    return options;
  }
}
