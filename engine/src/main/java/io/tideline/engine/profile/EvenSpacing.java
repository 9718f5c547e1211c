package io.tideline.engine.profile;

/** See {@link Spacing#even()}. */
enum EvenSpacing implements Spacing {
  INSTANCE;

  @Override
  public double at(long k) {
    return k + 0.5;
  }

  @Override
  public long countUpTo(double integral) {
    return (long) Math.floor(integral + 0.5);
  }
}
