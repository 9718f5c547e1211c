package io.tideline.reports.report;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether and how text is coloured. */
public enum Colours {
  /** Text as it is. */
  OFF,
  /** With the escape sequences of ANSI terminals. */
  ON;

  /** What a piece of text means, and so its colour. */
  public enum Ink {
    PLAIN(""),
    GOOD("\u001b[32m"),
    BAD("\u001b[1;31m"),
    DOUBTFUL("\u001b[33m"),
    TITLE("\u001b[1m"),
    FAINT("\u001b[2m"),
    SERIES("\u001b[36m"),
    OTHER_SERIES("\u001b[94m");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  private static final String RESET = "\u001b[0m";

  /**
   * Colours when standard output is a terminal that can show them, and nobody asked for none (see
   * no-color.org).
   */
  public static Colours ofTerminal() {
    String noColour = System.getenv("NO_COLOR");
    boolean unwanted = noColour != null && !noColour.isEmpty();
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return unwanted || dumb || !isTerminal(System.console()) ? OFF : ON;
  }

  /** From Java 22 on there is a console without a terminal too, which then says so itself. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException beforeJava22) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Console.isTerminal", e);
    }
  }

  /** {@code text} in the colour of {@code ink}, if there are colours. */
  public String paint(String text, Ink ink) {
    return this == OFF || ink == Ink.PLAIN || text.isBlank() ? text : ink.code + text + RESET;
  }
}
