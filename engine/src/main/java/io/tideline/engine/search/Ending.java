package io.tideline.engine.search;

/** Why a search ended. */
public enum Ending {
  /** A load was found and held. */
  FOUND,
  /** The largest load that may be offered was held: the target holds at least that. */
  AT_LEAST,
  /** The smallest load that may be offered was not held. */
  BELOW_FLOOR,
  /** The result could not be held as long as it has to be, nor several loads below it. */
  NOT_HELD,
  /** The longest time that the search may take was over. */
  OUT_OF_TIME,
  /** There were too few users for another step, and for holding the result. */
  OUT_OF_USERS,
  /** The generator could not offer a load on time: the search is invalid. */
  SATURATED
}
