package io.tideline.reports.tracker;

import com.fasterxml.jackson.databind.JsonNode;

/** Sends calls to a tracker, or only pretends to. */
public sealed interface Wire permits HttpWire, DryWire {

  /**
   * Sends {@code call}.
   *
   * @return the answer; a missing node when it is empty
   * @throws TrackerException when it is refused or not answered
   */
  JsonNode send(Call call) throws TrackerException;
}
