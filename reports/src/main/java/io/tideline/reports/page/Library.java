package io.tideline.reports.page;

/** The chart library, uPlot by Leon Sorokin, from its webjar. */
final class Library {
  private static final String VERSION = Resource.beside("uplot.version").strip();
  private static final String FOLDER = "META-INF/resources/webjars/uplot/" + VERSION + "/";

  private Library() {}

  /** The script, under its licence. */
  static String script() {
    return "/*!\nuPlot "
        + VERSION
        + "\n\n"
        + Resource.text(FOLDER + "LICENSE").strip()
        + "\n*/\n"
        + Resource.text(FOLDER + "dist/uPlot.iife.min.js");
  }

  static String style() {
    return Resource.text(FOLDER + "dist/uPlot.min.css");
  }
}
