package io.tideline.reports.cli;

import java.io.Console;
import java.nio.charset.Charset;

/** What is known of whoever reads standard output. */
final class Terminal {
  private Terminal() {}

  /** The character set that it reads: the terminal's, else that of the locale. */
  static Charset charset() {
    Console console = System.console();
    if (console != null) {
      return console.charset();
    }
    String locale = System.getProperty("native.encoding");
    return locale == null ? Charset.defaultCharset() : Charset.forName(locale);
  }
}
