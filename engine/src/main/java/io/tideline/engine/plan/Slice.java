package io.tideline.engine.plan;

/**
 * The part of a run that one generator takes: every arrival whose index leaves {@code index} when
 * divided by {@code of}. The slices of one plan together are the whole run.
 *
 * @param index 0 to {@code of} - 1
 * @param of number of generators, at least 1
 */
public record Slice(int index, int of) {
  /** All of it, for a single generator. */
  public static final Slice WHOLE = new Slice(0, 1);

  public Slice {
    if (of < 1 || index < 0 || index >= of) {
      throw new IllegalArgumentException("slice " + index + " of " + of);
    }
  }

  /** Whether arrival {@code k} is this generator's. */
  public boolean has(long k) {
    return k % of == index;
  }

  /** How many of the first {@code arrivals} are this generator's. */
  public long share(long arrivals) {
    return (arrivals - index + of - 1) / of;
  }

  @Override
  public String toString() {
    return index + "/" + of;
  }
}
