package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MixReaderTest extends WrittenPlan {
  @Test
  void anEmptyMixNamesTheJourneys() {
    assertThat(
            problems(GOOD.replace("mix { Browse = 3, Write = 1 }", "mix {}"), "scenario", "steady"))
        .anyMatch(
            p -> p.startsWith("mix: no journey has a weight above 0") && p.contains("Browse"));
    assertThat(problems(GOOD.replace("Browse = 3, Write = 1", "Browse = 0"), "scenario", "steady"))
        .anyMatch(p -> p.startsWith("mix: no journey has a weight above 0"));
  }

  @Test
  void aJourneyCostsWhatThePlanSaysAndOneWithoutAWordIsLeftOpen() {
    assertThat(read(GOOD, "scenario", "steady").mix().footprints())
        .isEqualTo(Map.of("Browse", new Footprint(4.5, 90 * 1024)));
  }

  @Test
  void aJourneyThatIsNotInTheMixCostsNothing() {
    assertThat(
            read(GOOD.replace("rate = 5", "rate = 5, mix { Write = 1 }"), "scenario", "steady")
                .mix()
                .footprints())
        .isEmpty();
  }

  @Test
  void aFootprintThatCannotBeIsNamedWithWhatWouldDo() {
    String text =
        GOOD.replace(
            "Browse { requests = 4.5, bytes = 90 KiB }",
            "Browse { requests = 0, bytes = 9 stones, size = 1 }, Write { bytes = 0 B }, Fly {}");
    assertThat(problems(text, "scenario", "steady"))
        .containsExactlyInAnyOrder(
            "plan.conf:4: defaults.journeys.Fly: is not known here; known are Browse, Write",
            "plan.conf:4: defaults.journeys.Browse.size: is not known here;"
                + " known are bytes, requests",
            "plan.conf:4: defaults.journeys.Browse.requests: 0 is no number above 0;"
                + " write for example 10",
            "plan.conf:4: defaults.journeys.Browse.bytes: \"9 stones\" is no size above 0;"
                + " write for example 90 KiB or 2 MiB",
            "plan.conf:4: defaults.journeys.Write.requests: a footprint needs requests and bytes,"
                + " such as { requests = 10, bytes = 90 KiB }",
            "plan.conf:4: defaults.journeys.Write.bytes: \"0 B\" is no size above 0;"
                + " write for example 90 KiB or 2 MiB",
            "plan.conf:4: defaults.journeys.Fly.requests: a footprint needs requests and bytes,"
                + " such as { requests = 10, bytes = 90 KiB }",
            "plan.conf:4: defaults.journeys.Fly.bytes: a footprint needs requests and bytes,"
                + " such as { requests = 10, bytes = 90 KiB }");
  }
}
