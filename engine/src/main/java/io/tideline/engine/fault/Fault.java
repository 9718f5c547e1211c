package io.tideline.engine.fault;

import java.io.IOException;

/**
 * Something that can be broken and put back. One thread at a time calls it.
 *
 * <p>{@link #end} puts back whatever {@link #begin} did, also when that failed half-way, also in
 * another process than the one that began: what it needs to know for that, a fault writes into its
 * {@link Note} before it does anything. To end a second time, or without a begin, does no harm.
 */
public interface Fault {

  /**
   * Breaks it.
   *
   * @return what was done, in words, such as {@code stopped pid 4711}
   * @throws IOException with a sentence for the user; {@link #end} is then called as well
   */
  String begin() throws IOException, InterruptedException;

  /**
   * Puts it back.
   *
   * @return what was done, in words
   * @throws IOException with a sentence for the user; it is then tried again
   */
  String end() throws IOException, InterruptedException;
}
