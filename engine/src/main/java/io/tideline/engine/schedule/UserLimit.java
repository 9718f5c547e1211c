package io.tideline.engine.schedule;

/**
 * Most users that a run may bring, and what to do about it when more are needed.
 *
 * @param most users in all
 * @param remedy what allows more, as the end of a sentence: {@code raise limits.requests}
 */
public record UserLimit(long most, String remedy) {

  /** The tighter of two limits; this one when both are as tight. */
  public UserLimit and(UserLimit other) {
    return other.most < most ? other : this;
  }
}
