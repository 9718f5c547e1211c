package io.tideline.simulations.journeys;

import io.tideline.feeders.MediaFeed;
import java.util.ArrayList;
import java.util.List;

/**
 * The SHA-256 of each file in the media feeder, worked out before the run: on an event loop it would
 * hold up other users.
 */
final class MediaDigests {
  private final List<String> digests = new ArrayList<>();

  MediaDigests(MediaFeed media) {
    for (int row = 0; row < media.size(); row++) {
      digests.add(media.row(row).content().sha256());
    }
  }

  String of(long arrival) {
    return digests.get((int) (arrival % digests.size()));
  }
}
