package io.tideline.engine.fault.pods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.fault.Note;
import io.tideline.engine.fault.pods.Cluster.Workload;
import io.tideline.engine.plan.PodFault;
import io.tideline.engine.plan.PodFault.Action;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakenPodsTest {
  private final FakeCluster cluster = new FakeCluster();
  private final Kept note = new Kept();

  private TakenPods fault(Action action, Integer count, Double share, int floor) {
    PodFault spec =
        new PodFault(null, "memories", Map.of("app", "api"), action, count, share, 0, floor);
    return new TakenPods(spec, cluster, note);
  }

  @Test
  void asManyPodsAsAskedAreKilledAtOnce() throws Exception {
    String done = fault(Action.KILL, 2, null, 1).begin();

    assertThat(done).isEqualTo("killed api-1, api-2");
    assertThat(cluster.done).containsExactly("delete api-1 after 0 s", "delete api-2 after 0 s");
  }

  @Test
  void aShareIsRoundedUp() throws Exception {
    assertThat(fault(Action.EVICT, null, 0.5, 1).begin()).isEqualTo("evicted api-1, api-2");
  }

  @Test
  void nothingIsDoneWhereFewerThanTheFloorWouldBeLeft() {
    assertThatThrownBy(() -> fault(Action.KILL, 3, null, 1).begin())
        .isInstanceOf(IOException.class)
        .hasMessage(
            "ready pods with {app=api} in memories: there are 3, and 3 less are fewer than the"
                + " floor of 1; nothing was done");
    assertThat(cluster.done).isEmpty();
  }

  @Test
  void nothingIsDoneWhereThereAreFewerPodsThanAreMeant() {
    assertThatThrownBy(() -> fault(Action.KILL, 4, null, 0).begin()).hasMessageContaining("are 3");
    assertThat(cluster.done).isEmpty();
  }

  @Test
  void killedPodsNeedNothingPutBack() throws Exception {
    TakenPods fault = fault(Action.KILL, 1, null, 1);
    fault.begin();

    assertThat(fault.end()).contains("controllers replace pods");
  }

  @Test
  void whatIsScaledDownIsScaledBack() throws Exception {
    TakenPods fault = fault(Action.SCALE, null, 0.5, 1);

    assertThat(fault.begin()).isEqualTo("scaled api from 4 to 2");
    assertThat(fault.end()).isEqualTo("scaled back api to 4");
    assertThat(cluster.workloads.get(0).replicas()).isEqualTo(4);
  }

  @Test
  void anotherProcessCanScaleBackByTheNoteAlone() throws Exception {
    fault(Action.SCALE, 3, null, 1).begin();

    assertThat(fault(Action.SCALE, 3, null, 1).end()).isEqualTo("scaled back api to 4");
  }

  @Test
  void whatFailedHalfWayIsScaledBackWhole() throws Exception {
    cluster.workloads.add(new Workload(Workload.Kind.STATEFUL_SET, "worker", 3));
    cluster.breaksAfter = 1;
    TakenPods fault = fault(Action.SCALE, 1, null, 1);
    assertThatThrownBy(fault::begin).hasMessage("this account may not");
    cluster.breaksAfter = Integer.MAX_VALUE;

    fault.end();

    assertThat(cluster.workloads).extracting(Workload::replicas).containsExactly(4, 3);
  }

  @Test
  void noWorkloadIsScaledWhenOneOfThemWouldFallBelowTheFloor() {
    cluster.workloads.add(new Workload(Workload.Kind.STATEFUL_SET, "worker", 1));

    assertThatThrownBy(() -> fault(Action.SCALE, 1, null, 1).begin())
        .hasMessageContaining("worker");
    assertThat(cluster.done).isEmpty();
  }

  @Test
  void toEndWithoutABeginDoesNoHarm() throws Exception {
    fault(Action.SCALE, 1, null, 1).end();

    assertThat(cluster.done).containsExactly("close");
  }

  private static final class Kept implements Note {
    private String text = "";

    @Override
    public String kept() {
      return text;
    }

    @Override
    public void keep(String other) {
      text = other;
    }
  }
}
