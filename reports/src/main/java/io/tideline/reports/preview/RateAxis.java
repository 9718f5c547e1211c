package io.tideline.reports.preview;

/** The axis of a rate: up to the peak, or up to the cap where that is not far above. */
final class RateAxis {
  /** A cap is in sight when it is at most so many times the peak. */
  private static final double IN_SIGHT = 1.3;

  private RateAxis() {}

  static Ticks of(Preview preview) {
    double peak = preview.totals().peakRate();
    double cap = preview.plan().limits().rate();
    return Ticks.ofValues(cap <= IN_SIGHT * peak ? Math.max(cap, peak) : peak);
  }
}
