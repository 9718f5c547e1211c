package io.tideline.feeders;

import java.time.LocalDate;
import java.util.List;

/** A memory for a virtual user to keep. */
public record MemoryRow(String title, String text, List<String> tags, LocalDate takenOn) {

  /** Copies the tags. */
  public MemoryRow {
    tags = List.copyOf(tags);
  }
}
