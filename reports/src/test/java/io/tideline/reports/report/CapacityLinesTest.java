package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.search.Ending;
import io.tideline.reports.testkit.SampleCapacity;
import org.junit.jupiter.api.Test;

class CapacityLinesTest {
  @Test
  void eachStepIsALineWithWhatBrokeAndTheSentencesAreTheLast() {
    assertThat(CapacityLines.of(SampleCapacity.of(Ending.FOUND, null), Colours.OFF))
        .containsExactly(
            "Step       users/s  seconds  due  started  lag p99  answer",
            " 1 double     8.00       60  480      480   1.3 ms    good  p95 312 ms, errors 0.2 %",
            " 2 double    16.00       60  480      480   1.3 ms     bad  All requests: p95 912.0"
                + " over 500.0",
            "",
            "Capacity: Sentence of the search",
            "Resources: First at its limit: connections");
  }
}
