package io.tideline.engine.resource;

import java.util.Locale;

/** What a resource is counted in. */
public enum Unit {
  /** Of 0 to 1. */
  SHARE {
    @Override
    public String text(double value) {
      return plain(100 * value) + " %";
    }
  },
  BYTES {
    @Override
    public String text(double value) {
      return binary(value);
    }
  },
  /** Of things: threads, connections, entries. */
  COUNT {
    @Override
    public String text(double value) {
      return plain(value);
    }
  },
  SECONDS {
    @Override
    public String text(double value) {
      return plain(value) + " s";
    }
  },
  PER_SECOND {
    @Override
    public String text(double value) {
      return plain(value) + "/s";
    }
  },
  BYTES_PER_SECOND {
    @Override
    public String text(double value) {
      return binary(value) + "/s";
    }
  };

  private static final double KIBI = 1024;
  private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final int MOST_DECIMALS = 3;

  /** A value for people, such as {@code 87.5 %} or {@code 1.20 GiB}. */
  public abstract String text(double value);

  /** Three digits that count, or all of a whole number. */
  private static String plain(double value) {
    if (value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    int digits = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    int decimals = Math.max(0, Math.min(MOST_DECIMALS, MOST_DECIMALS - Math.max(0, digits)));
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String binary(double value) {
    double rest = value;
    int size = 0;
    while (Math.abs(rest) >= KIBI && size < SIZES.length - 1) {
      rest /= KIBI;
      size++;
    }
    return plain(rest) + " " + SIZES[size];
  }
}
