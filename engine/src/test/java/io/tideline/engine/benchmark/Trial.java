package io.tideline.engine.benchmark;

import java.util.List;

/**
 * One run of one generator.
 *
 * @param simulation who starts the users
 * @param jvm arguments of the generator's JVM
 * @param load how many users come
 * @param visit what a user does
 */
record Trial(
    Class<? extends BenchmarkSimulation> simulation,
    List<String> jvm,
    List<Stretch> load,
    Visit visit) {

  int users() {
    return load.stream().mapToInt(Stretch::users).sum();
  }

  int seconds() {
    return load.stream().mapToInt(Stretch::seconds).sum();
  }

  /**
   * What a user does.
   *
   * @param requests how many requests it sends, one after another
   * @param shared whether connections are shared between users
   * @param guarded whether a {@link io.tideline.engine.injection.HostGuard} looks at each request
   */
  record Visit(int requests, boolean shared, boolean guarded) {
    static final Visit OWN = new Visit(1, false, false);
    static final Visit SHARED = new Visit(1, true, false);
  }
}
