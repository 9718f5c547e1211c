package io.tideline.engine.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueFactory;
import io.tideline.engine.plan.Load.Spread;
import io.tideline.engine.plan.Node.ValueType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of value that a plan holds. */
final class Values {
  private static final int LARGEST_PORT = 65_535;
  private static final double PERCENT = 100;
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");
  private static final MathContext FEW_DIGITS = new MathContext(9);
  static final ValueType<String> TEXT =
      new ValueType<>("text", "\"some words\"", config -> config.getString(Node.SINGLE));

  static final ValueType<Boolean> FLAG =
      new ValueType<>("yes or no", "true", config -> config.getBoolean(Node.SINGLE));

  static final ValueType<Long> WHOLE =
      new ValueType<>("whole number", "42", config -> config.getLong(Node.SINGLE));

  static final ValueType<Double> POSITIVE =
      new ValueType<>("number above 0", "10", config -> atLeast(config, Double.MIN_VALUE));

  static final ValueType<Double> NOT_NEGATIVE =
      new ValueType<>("number of 0 or more", "1.5", config -> atLeast(config, 0));

  static final ValueType<Integer> WEIGHT =
      new ValueType<>("whole number from 0 to 10000", "20", Values::weight);

  static final ValueType<Long> COUNT =
      new ValueType<>("whole number above 0", "1000000", config -> count(config));

  static final ValueType<Long> NONE_OR_MORE =
      new ValueType<>("whole number of 0 or more", "0", config -> noneOrMore(config));

  static final ValueType<Long> BYTES =
      new ValueType<>("size above 0", "90 KiB or 2 MiB", config -> bytes(config));

  static final ValueType<Duration> DURATION =
      new ValueType<>("duration above 0", "90 s, 10 m or 24 h", Values::duration);

  /** No client waits for an hour, so a longer limit could not be broken. */
  static final ValueType<Duration> RESPONSE_TIME =
      new ValueType<>("duration above 0 and below an hour", "300 ms", Values::responseTime);

  static final ValueType<Duration> GRACE =
      new ValueType<>("duration of 0 or more", "0 s or 30 s", config -> grace(config));

  static final ValueType<Duration> SECONDS =
      new ValueType<>("duration of a second or more", "30 s", Values::seconds);

  static final ValueType<Double> SHARE =
      new ValueType<>("share between 0 and 100 %", "2 %", Values::share);

  static final ValueType<Double> ERRORS =
      new ValueType<>("share from 0 to below 100 %", "1 %", Values::errors);

  static final ValueType<Double> OFFERED =
      new ValueType<>("share above 0 and up to 100 %", "99 %", Values::rise);

  static final ValueType<Double> BUSY =
      new ValueType<>("share above 0 and below 100 %", "90 %", Values::busy);

  static final ValueType<Double> RISE =
      new ValueType<>("rise above 0 and up to 100 %", "10 %", Values::rise);

  static final ValueType<Double> LEAST_SHARE =
      new ValueType<>("share above 0 and up to 100 %", "80 %", Values::atLeastShare);

  static final ValueType<List<String>> TEXTS =
      new ValueType<>("list of texts", "[\"one\", \"two\"]", c -> c.getStringList(Node.SINGLE));

  static final ValueType<LocalTime> TIME =
      new ValueType<>("time of day", "\"22:00\"", config -> time(config.getString(Node.SINGLE)));

  static final ValueType<ZoneId> ZONE =
      new ValueType<>("time zone", "\"Europe/Berlin\"", c -> zone(c.getString(Node.SINGLE)));

  static final ValueType<Spread> SPREAD =
      new ValueType<>("way to spread arrivals", "even or poisson", Values::spread);

  static final ValueType<Slice> SLICE =
      new ValueType<>("slice", "0/3, 1/3 and 2/3 for three generators", Values::slice);

  static final ValueType<Integer> PORT =
      new ValueType<>("port from 0 to 65535", "9464, or 0 for a free one", Values::port);
  static final ValueType<LiveOptions.Progress> PROGRESS =
      new ValueType<>("kind of progress", "auto, line, plain or off", Values::progress);

  private Values() {}

  /** Reads {@code text}, as given on a command line, as a value of {@code type}. */
  static <T> T parse(String text, ValueType<T> type) {
    return type.from().apply(ConfigValueFactory.fromAnyRef(text).atKey(Node.SINGLE));
  }

  private static double atLeast(Config config, double least) {
    double value = config.getDouble(Node.SINGLE);
    if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static int weight(Config config) {
    double value = config.getDouble(Node.SINGLE);
    if (value != Math.rint(value) || value < 0 || value > 10_000) {
      throw new IllegalArgumentException("out of range");
    }
    return (int) value;
  }

  private static long count(Config config) {
    long value = config.getLong(Node.SINGLE);
    if (value <= 0) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static long noneOrMore(Config config) {
    long value = config.getLong(Node.SINGLE);
    if (value < 0) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static long bytes(Config config) {
    long value = config.getBytes(Node.SINGLE);
    if (value <= 0) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static Duration duration(Config config) {
    Duration value = config.getDuration(Node.SINGLE);
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static Duration responseTime(Config config) {
    Duration value = duration(config);
    if (value.compareTo(Duration.ofHours(1)) >= 0) {
      throw new Misread("a limit that cannot be broken", "300 ms");
    }
    return value;
  }

  private static Duration grace(Config config) {
    Duration value = config.getDuration(Node.SINGLE);
    if (value.isNegative()) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static Duration seconds(Config config) {
    Duration value = duration(config);
    if (value.toSeconds() < 1) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static double share(Config config) {
    String text = config.getString(Node.SINGLE).strip();
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
    if (!NUMBER.matcher(digits).matches()) {
      throw new IllegalArgumentException("no number");
    }
    double number = Double.parseDouble(digits);
    if (!percent && number > 0 && number <= 100) {
      throw new Misread("a share needs its unit", withUnit(number));
    }
    double value = number / 100;
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  /** What {@code number} may have meant: below 1 per cent, or the share that it was as well. */
  private static String withUnit(double number) {
    String meant = plain(number) + " %";
    return number < 1 ? meant + " or " + plain(number * PERCENT) + " %" : meant;
  }

  /** A share as a plan has it. */
  static String percent(double share) {
    return plain(share * PERCENT) + " %";
  }

  private static String plain(double number) {
    return new BigDecimal(number).round(FEW_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** A value that could be meant in more than one way, or that would mean nothing. */
  static final class Misread extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String example;

    Misread(String problem, String example) {
      super(problem);
      this.example = example;
    }

    /** The problem, and what would do in place of {@code shown}. */
    String sentence(String shown) {
      return "invalid value " + shown + ": " + getMessage() + "; write for example " + example;
    }
  }

  /**
   * A limit that can also be turned off.
   *
   * @param off what stands for no limit at all
   */
  static <T> ValueType<T> orOff(ValueType<T> type, T off) {
    return new ValueType<>(
        type.name() + ", or off",
        type.example() + " or off",
        config -> isOff(config) ? off : type.from().apply(config));
  }

  private static boolean isOff(Config config) {
    Object value = config.getValue(Node.SINGLE).unwrapped();
    return "off".equals(value) || Boolean.FALSE.equals(value);
  }

  private static double busy(Config config) {
    double value = share(config);
    if (value == 0 || value >= 1) {
      throw new Misread("a limit that is always or never exceeded", "90 % or off");
    }
    return value;
  }

  private static double errors(Config config) {
    double value = share(config);
    if (value >= 1) {
      throw new Misread("a limit that cannot be broken", "1 %");
    }
    return value;
  }

  private static double rise(Config config) {
    double value = share(config);
    if (value == 0) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  /** At least so many hits: 0 % could not be missed. */
  private static double atLeastShare(Config config) {
    double value = share(config);
    if (value == 0) {
      throw new Misread("a limit that cannot be broken", "80 %, or leave it out");
    }
    return value;
  }

  private static Spread spread(Config config) {
    String key = config.getString(Node.SINGLE);
    return Stream.of(Spread.values())
        .filter(spread -> spread.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown"));
  }

  private static Slice slice(Config config) {
    String[] parts = config.getString(Node.SINGLE).split("/", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("no slice");
    }
    return new Slice(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static int port(Config config) {
    int value = Integer.parseInt(config.getString(Node.SINGLE).strip());
    if (value < 0 || value > LARGEST_PORT) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static LiveOptions.Progress progress(Config config) {
    return LiveOptions.Progress.valueOf(
        config.getString(Node.SINGLE).strip().toUpperCase(Locale.ROOT));
  }
}
