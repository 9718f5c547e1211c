package io.tideline.simulations.journeys;

import io.tideline.feeders.MediaRow;
import io.tideline.feeders.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * The SHA-256 of each file in the media feeder, worked out before the run: on an event loop it
 * would hold up other users.
 */
final class MediaDigests {
  private final List<String> digests = new ArrayList<>();

  MediaDigests(Rows<MediaRow> media) {
    for (MediaRow row : media.all()) {
      digests.add(row.content().sha256());
    }
  }

  String of(long arrival) {
    return digests.get((int) (arrival % digests.size()));
  }
}
