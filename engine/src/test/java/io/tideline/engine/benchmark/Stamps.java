package io.tideline.engine.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the target saw, by {@link SharedClock}.
 *
 * @param requests how many requests came in all
 * @param accepted by arrival, when its connection was accepted; 0 when it never came
 * @param read by arrival, when the first bytes of its first request had been read
 */
record Stamps(long requests, long[] accepted, long[] read) {

  static Stamps read(Path file) throws IOException {
    LongBuffer longs = ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer();
    int arrivals = (longs.capacity() - 1) / 2;
    Stamps stamps = new Stamps(longs.get(), new long[arrivals], new long[arrivals]);
    longs.get(stamps.accepted).get(stamps.read);
    return stamps;
  }
}
