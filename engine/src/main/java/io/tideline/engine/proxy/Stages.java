package io.tideline.engine.proxy;

/** Makes the stage of a toxic. A new kind of trouble is a class beside it and an arm here. */
final class Stages {
  private Stages() {}

  static Stage of(Toxic toxic, Flow flow) {
    return switch (toxic.type()) {
      case LATENCY -> new Latency(flow, toxic);
      case BANDWIDTH -> new Bandwidth(flow, toxic);
      case SLOW_CLOSE -> new SlowClose(flow, toxic);
      case TIMEOUT -> new BlackHole(flow, toxic);
      case RESET_PEER -> new ResetPeer(flow, toxic);
      case SLICER -> new Slicer(flow, toxic);
      case LIMIT_DATA -> new LimitData(flow, toxic);
      case HTTP_STATUS, HTTP_DELAY, HTTP_TRUNCATE ->
          throw new IllegalArgumentException(toxic.type().key() + " happens to requests");
    };
  }
}
