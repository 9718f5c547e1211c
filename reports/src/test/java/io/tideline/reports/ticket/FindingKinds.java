package io.tideline.reports.ticket;

import java.lang.reflect.Constructor;

/** The names of the kinds of findings, without a run to find them in. */
final class FindingKinds {
  private FindingKinds() {}

  static String nameOf(Class<?> kind) {
    try {
      Constructor<?> constructor = kind.getDeclaredConstructor(FailedCheck.class);
      constructor.setAccessible(true);
      return ((Finding) constructor.newInstance((FailedCheck) null)).kind();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(kind + " is no record of a failed check", e);
    }
  }
}
