package io.tideline.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tideline.engine.proxy.Toxic.Stream;
import io.tideline.engine.proxy.Toxic.Type;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToxicTest {
  @Test
  void aToxicIsReadFromTheCommandLine() {
    Toxic toxic = Toxic.of("upstream:latency:latency=200,toxicity=0.25");

    assertThat(toxic.type()).isEqualTo(Type.LATENCY);
    assertThat(toxic.stream()).isEqualTo(Stream.UPSTREAM);
    assertThat(toxic.toxicity()).isEqualTo(0.25);
    assertThat(toxic.attributes()).isEqualTo(Map.of("latency", 200.0, "jitter", 0.0));
    assertThat(Toxic.of("timeout").stream()).isEqualTo(Stream.DOWNSTREAM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plague", "latency:latency", "latency:size=3", "sideways:latency", ""})
  void whatIsNoToxicIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Toxic.of(text))
        .withMessageContaining("is no toxic; write for example");
  }

  @Test
  void theShareThatIsHitIsTheToxicityAndBothStreamsOfANameAreHitTogether() {
    Toxic up = new Toxic("x_upstream", Type.TIMEOUT, Stream.UPSTREAM, 0.3, Map.of());
    Toxic down = new Toxic("x_downstream", Type.TIMEOUT, Stream.DOWNSTREAM, 0.3, Map.of());
    long hit = LongStream.range(0, 100_000).filter(i -> Draw.hits(up, 9, i)).count();

    assertThat(hit).isBetween(29_500L, 30_500L);
    assertThat(LongStream.range(0, 1_000))
        .allMatch(i -> Draw.hits(up, 9, i) == Draw.hits(down, 9, i));
  }
}
