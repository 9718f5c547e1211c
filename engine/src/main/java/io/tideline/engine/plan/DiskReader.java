package io.tideline.engine.plan;

import java.util.Set;

/** Reads how much disk a run leaves alone: {@code disk { keep-free = 1 GiB }}. */
final class DiskReader {
  private DiskReader() {}

  static Disk read(Node node) {
    node.allow(Set.of("keep-free"));
    return new Disk(node.read("keep-free", Values.BYTES, Disk.STANDARD.keepFree()));
  }
}
