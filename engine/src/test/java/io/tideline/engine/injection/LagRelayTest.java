package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class LagRelayTest {
  @Test
  void startsBeforeTheMetricsAreToldOnce() {
    LagRelay relay = new LagRelay();
    List<Long> told = new ArrayList<>();

    relay.started(1);
    relay.started(2);
    relay.to(told::add);
    relay.started(3);

    assertThat(told).containsExactly(1L, 2L, 3L);
  }

  @Test
  void noStartIsLostWhileTheMetricsComeUp() throws Exception {
    for (int round = 0; round < 50; round++) {
      LagRelay relay = new LagRelay();
      LongAdder told = new LongAdder();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Thread thread =
            new Thread(
                () -> {
                  for (int k = 0; k < 2_000; k++) {
                    relay.started(k);
                  }
                });
        threads.add(thread);
        thread.start();
      }
      relay.to(lag -> told.increment());
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(told.sum()).isEqualTo(6_000);
    }
  }

  @Test
  void whereNothingShowsTheRunMemoryStaysBounded() {
    LagRelay relay = new LagRelay();
    for (int i = 0; i < 3 * LagRelay.MOST; i++) {
      relay.started(i);
    }
    LongAdder told = new LongAdder();
    relay.to(lag -> told.increment());

    assertThat(told.sum()).isEqualTo(LagRelay.MOST);
  }
}
