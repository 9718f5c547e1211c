package io.tideline.engine.live;

import io.tideline.engine.plan.Scope;

/** The last seconds of one request; a second takes the place of the one that many before it. */
final class RequestRing {
  private final RequestName name;
  private final SecondTally[] ring;

  RequestRing(RequestName name, int seconds) {
    this.name = name;
    this.ring = new SecondTally[seconds];
    for (int i = 0; i < seconds; i++) {
      ring[i] = new SecondTally();
    }
  }

  boolean isWithin(Scope scope) {
    return (scope.journey() == null || scope.journey().equals(name.journey()))
        && (scope.request() == null || scope.request().equals(name.request()));
  }

  SecondTally at(int second) {
    SecondTally tally = ring[second % ring.length];
    tally.turnTo(second);
    return tally;
  }

  void addTo(Figures figures, Seconds seconds) {
    for (int second = seconds.from(); second < seconds.to(); second++) {
      SecondTally tally = ring[second % ring.length];
      if (tally.isAbout(second)) {
        figures.add(tally);
      }
    }
  }
}
