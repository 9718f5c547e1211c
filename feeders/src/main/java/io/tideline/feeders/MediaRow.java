package io.tideline.feeders;

import io.tideline.fixtures.data.MediaBytes;

/**
 * A file for a virtual user to upload.
 *
 * @param bytes its size
 * @param seed what its bytes follow from
 */
public record MediaRow(String fileName, String contentType, int bytes, long seed) {

  /** The bytes of the file, made when they are asked for. */
  public MediaBytes content() {
    return new MediaBytes(contentType, bytes, seed);
  }
}
