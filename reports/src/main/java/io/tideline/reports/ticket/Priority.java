package io.tideline.reports.ticket;

/**
 * In which order tickets deserve work. P1 to P4 stand for a severity of critical to low; a finding
 * that touches less than half of the users comes one lower, one that touches less than a tenth two,
 * and a doubtful one comes one lower still.
 */
public enum Priority {
  P1,
  P2,
  P3,
  P4;

  private static final double MANY = 0.5;
  private static final double FEW = 0.1;

  static Priority of(Severity severity, double reach, Sureness sureness) {
    int steps = reach >= MANY ? 0 : reach >= FEW ? 1 : 2;
    int doubt = sureness == Sureness.DOUBTFUL ? 1 : 0;
    int rank = Severity.CRITICAL.ordinal() - severity.ordinal() + steps + doubt;
    return values()[Math.min(rank, values().length - 1)];
  }
}
