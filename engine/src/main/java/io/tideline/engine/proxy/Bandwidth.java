package io.tideline.engine.proxy;

/**
 * So many bytes a second pass. Pieces are what passes in 10 milliseconds; each goes when the time
 * that those before it take is over.
 */
final class Bandwidth extends HoldingStage {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double BYTES_PER_RATE = 1000;
  private static final double PIECES_PER_SECOND = 100;

  private final double bytesPerSecond;
  private long freeNanos;
  private boolean used;

  Bandwidth(Flow flow, Toxic toxic) {
    super(flow);
    bytesPerSecond = Math.max(1, toxic.value("rate") * BYTES_PER_RATE);
  }

  @Override
  int piece() {
    return (int) Math.max(1, Math.min(1 << 20, bytesPerSecond / PIECES_PER_SECOND));
  }

  @Override
  long dueNanos(int bytes, long nowNanos) {
    long begin = used && freeNanos - nowNanos > 0 ? freeNanos : nowNanos;
    used = true;
    freeNanos = begin + Math.round(bytes / bytesPerSecond * NANOS_PER_SECOND);
    return freeNanos;
  }
}
