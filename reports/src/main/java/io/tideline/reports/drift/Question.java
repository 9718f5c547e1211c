package io.tideline.reports.drift;

/**
 * A series that is to be judged.
 *
 * @param blocks of it
 * @param loads of each block; none where nothing tells, or the load is no matter
 * @param scale what its values are
 * @param earlier what earlier soaks did
 * @param course the load from the run's first instant on, for what follows it late
 */
public record Question(
    Blocks blocks, double[] loads, Scale scale, EarlierSoaks earlier, LoadCourse course) {

  /** Where the load is known by block alone. */
  public Question(Blocks blocks, double[] loads, Scale scale, EarlierSoaks earlier) {
    this(
        blocks,
        loads,
        scale,
        earlier,
        loads.length == blocks.size() && loads.length > 0
            ? new LoadCourse(blocks.hours(), loads)
            : LoadCourse.NONE);
  }

  /**
   * What growth is compared with.
   *
   * @param logarithm whether the values are logarithms, so that growth is relative as it is
   * @param leastFloor a level below it counts as this much, so that growth of next to nothing is
   *     not a lot
   */
  public record Scale(boolean logarithm, double leastFloor) {
    /** Of logarithms. */
    public static final Scale LOGARITHM = new Scale(true, 1);

    /** Of levels, such as bytes or threads. */
    public static Scale levels(double leastFloor) {
      return new Scale(false, leastFloor);
    }
  }

  boolean hasLoads() {
    return loads.length == blocks.size();
  }
}
