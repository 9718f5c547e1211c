package io.tideline.engine.fault.pods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.fault.Note;
import io.tideline.engine.plan.PodFault;
import io.tideline.engine.plan.PodFault.Action;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Needs a cluster; {@code docs/pods-on-a-cluster.sh} runs it. */
@EnabledIfSystemProperty(named = "pods.namespace", matches = ".+")
@TestMethodOrder(MethodName.class)
class PodsOnAClusterIT {
  private static final Map<String, String> API = Map.of("app", "api");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String namespace = System.getProperty("pods.namespace");
  private final String context = System.getProperty("pods.context");
  private final KubernetesCluster cluster = new KubernetesCluster(context);
  private final Kept note = new Kept();

  private TakenPods fault(Action action, int floor) {
    PodFault spec = new PodFault(context, namespace, API, action, 1, null, 0, floor);
    return new TakenPods(spec, cluster, note);
  }

  private void awaitReady(int count) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (cluster.readyPods(namespace, API).size() != count && System.nanoTime() < end) {
      Thread.sleep(500);
    }
    assertThat(cluster.readyPods(namespace, API)).hasSize(count);
  }

  @Test
  void aKilledPodIsReplaced() throws Exception {
    awaitReady(3);
    List<String> before = cluster.readyPods(namespace, API);
    fault(Action.KILL, 1).begin();
    awaitReady(3);
    assertThat(cluster.readyPods(namespace, API)).isNotEqualTo(before);
  }

  @Test
  void anEvictedPodIsReplaced() throws Exception {
    awaitReady(3);
    fault(Action.EVICT, 1).begin();
    awaitReady(3);
  }

  @Test
  void fewerThanTheFloorAreRefused() throws Exception {
    awaitReady(3);
    assertThatThrownBy(() -> fault(Action.KILL, 3).begin()).hasMessageContaining("floor of 3");
    assertThat(cluster.readyPods(namespace, API)).hasSize(3);
  }

  @Test
  void whatIsScaledDownComesBack() throws Exception {
    awaitReady(3);
    TakenPods fault = fault(Action.SCALE, 1);
    fault.begin();
    awaitReady(2);
    fault.end();
    awaitReady(3);
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
