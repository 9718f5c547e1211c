package io.tideline.engine.control;

/** What can be asked of a run while it goes on; may be called from any thread. */
public interface Controls {

  /** How things stand. */
  RunState state();

  /**
   * No more users until {@link #resume}; the plan's clock stands still.
   *
   * @throws IllegalArgumentException when the run is ending already
   */
  RunState pause();

  /** Users again, from where the plan was. */
  RunState resume();

  /**
   * From now on users arrive at a multiple of the planned rate.
   *
   * @param factor above 0; it replaces an earlier one
   * @throws IllegalArgumentException when it would pass a cap of the plan or need more accounts
   *     than there are; nothing has changed then
   */
  RunState scale(double factor);

  /** No more users; those under way finish, then the run ends. */
  RunState stop();
}
