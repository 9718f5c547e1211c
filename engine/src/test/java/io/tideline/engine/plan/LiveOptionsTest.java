package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.LiveOptions.Progress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveOptionsTest {
  private final Problems problems = new Problems();

  private LiveOptions read(Map<String, String> properties) {
    return LiveOptions.read(new Options(properties, Map.of()), problems);
  }

  @Test
  void unlessToldOtherwiseARunIsShownOnThisMachineOnlyAndOnAFreePort() {
    assertThat(read(Map.of()))
        .isEqualTo(new LiveOptions("127.0.0.1", 0, Duration.ZERO, Progress.AUTO));
  }

  @Test
  void eachPartCanBeSet() {
    assertThat(
            read(
                Map.of(
                    "metricsHost", "0.0.0.0",
                    "metricsPort", "9464",
                    "linger", "30 s",
                    "progress", "plain")))
        .isEqualTo(new LiveOptions("0.0.0.0", 9464, Duration.ofSeconds(30), Progress.PLAIN));
    assertThat(problems.sentences()).isEmpty();
  }

  @Test
  void whatCannotBeIsSaidAllAtOnce() {
    read(Map.of("metricsPort", "70000", "linger", "-1 s", "progress", "loud"));
    assertThat(problems.sentences())
        .containsExactly(
            "-DmetricsPort=70000: is no port from 0 to 65535; write for example 9464, or 0 for a"
                + " free one",
            "-Dlinger=-1 s: is no duration above 0; write for example 90 s, 10 m or 24 h",
            "-Dprogress=loud: is no kind of progress; write for example auto, line, plain or off");
  }
}
