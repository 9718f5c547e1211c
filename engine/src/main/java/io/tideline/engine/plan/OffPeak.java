package io.tideline.engine.plan;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A daily window in which load may be sent.
 *
 * @param from start, included
 * @param to end, excluded; before {@code from} when the window spans midnight
 * @param zone where the clock hangs
 */
public record OffPeak(LocalTime from, LocalTime to, ZoneId zone) {

  /** Whether {@code instant} falls into the window. */
  public boolean contains(ZonedDateTime instant) {
    LocalTime time = instant.withZoneSameInstant(zone).toLocalTime();
    boolean afterStart = !time.isBefore(from);
    boolean beforeEnd = time.isBefore(to);
    return from.isBefore(to) ? afterStart && beforeEnd : afterStart || beforeEnd;
  }

  /** How long the window that holds {@code instant} stays open after it. */
  public Duration openFor(ZonedDateTime instant) {
    ZonedDateTime here = instant.withZoneSameInstant(zone);
    ZonedDateTime close = here.with(to);
    return Duration.between(here, close.isAfter(here) ? close : close.plusDays(1));
  }

  @Override
  public String toString() {
    return from + " to " + to + " " + zone;
  }
}
