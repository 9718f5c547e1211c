package io.tideline.engine.profile;

/** See {@link Spacing#even()}. */
enum EvenSpacing implements Spacing {
  INSTANCE;

  @Override
  public double at(long k) {
    return k + 0.5;
  }

  @Override
  public long countBefore(double integral) {
    return (long) Math.ceil(integral - 0.5);
  }
}
