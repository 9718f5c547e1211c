package io.tideline.engine.fault.pods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.tideline.engine.fault.pods.Cluster.Workload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class KubernetesClusterTest {
  private static final Map<String, String> API = Map.of("app", "api");

  @SuppressWarnings("NullAway.Init")
  private KubernetesClient client;

  @SuppressWarnings("NullAway.Init")
  private KubernetesMockServer server;

  private void pod(String name, String app, boolean ready) {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace("memories")
            .addToLabels("app", app)
            .endMetadata()
            .withNewStatus()
            .addNewCondition()
            .withType("Ready")
            .withStatus(ready ? "True" : "False")
            .endCondition()
            .endStatus()
            .build();
    client.pods().inNamespace("memories").resource(pod).create();
  }

  private List<String> pods() {
    return client.pods().inNamespace("memories").list().getItems().stream()
        .map(pod -> pod.getMetadata().getName())
        .sorted()
        .toList();
  }

  @Test
  void onlyReadyPodsWithTheLabelsCount() throws Exception {
    pod("api-2", "api", true);
    pod("api-1", "api", true);
    pod("api-3", "api", false);
    pod("web-1", "web", true);

    assertThat(new KubernetesCluster(client.getConfiguration()).readyPods("memories", API))
        .containsExactly("api-1", "api-2");
  }

  @Test
  void aDeletedPodIsGone() throws Exception {
    pod("api-1", "api", true);
    pod("api-2", "api", true);

    new KubernetesCluster(client.getConfiguration()).delete("memories", "api-1", 0);

    assertThat(pods()).containsExactly("api-2");
  }

  @Test
  void aDeploymentIsScaled() throws Exception {
    Deployment deployment =
        new DeploymentBuilder()
            .withNewMetadata()
            .withName("api")
            .withNamespace("memories")
            .addToLabels(API)
            .endMetadata()
            .withNewSpec()
            .withReplicas(4)
            .endSpec()
            .build();
    client.apps().deployments().inNamespace("memories").resource(deployment).create();
    KubernetesCluster cluster = new KubernetesCluster(client.getConfiguration());
    Workload found = cluster.workloads("memories", API).get(0);

    cluster.scale("memories", found, 2);

    assertThat(found).isEqualTo(new Workload(Workload.Kind.DEPLOYMENT, "api", 4));
    assertThat(cluster.workloads("memories", API).get(0).replicas()).isEqualTo(2);
  }

  @Test
  void aStatefulSetIsScaledAndStandsBehindDeployments() throws Exception {
    StatefulSet set =
        new StatefulSetBuilder()
            .withNewMetadata()
            .withName("api")
            .withNamespace("stateful")
            .addToLabels(API)
            .endMetadata()
            .withNewSpec()
            .withReplicas(3)
            .endSpec()
            .build();
    client.apps().statefulSets().inNamespace("stateful").resource(set).create();
    KubernetesCluster cluster = new KubernetesCluster(client.getConfiguration());
    Workload found = cluster.workloads("stateful", API).get(0);

    cluster.scale("stateful", found, 1);

    assertThat(found).isEqualTo(new Workload(Workload.Kind.STATEFUL_SET, "api", 3));
    assertThat(cluster.workloads("stateful", API).get(0).replicas()).isEqualTo(1);
  }

  @Test
  void anEvictionIsAskedForAndABudgetMayForbidIt() throws Exception {
    String path = "/api/v1/namespaces/memories/pods/%s/eviction";
    server.expect().post().withPath(path.formatted("api-8")).andReturn(201, "{}").once();
    server
        .expect()
        .post()
        .withPath(path.formatted("api-9"))
        .andReturn(429, Map.of("kind", "Status", "code", 429, "message", "budget"))
        .always();
    KubernetesCluster cluster = new KubernetesCluster(client.getConfiguration());

    cluster.evict("memories", "api-8");

    RecordedRequest asked = server.getLastRequest();
    assertThat(asked.getMethod()).isEqualTo("POST");
    assertThat(asked.getPath()).isEqualTo(path.formatted("api-8"));
    assertThatThrownBy(() -> cluster.evict("memories", "api-9"))
        .isInstanceOf(IOException.class)
        .hasMessage("a disruption budget keeps pod api-9 from being evicted");
  }

  @Test
  void whatTheAccountMayNotIsOneSentence() {
    server
        .expect()
        .get()
        .withPath("/api/v1/namespaces/secret/pods?labelSelector=app%3Dapi")
        .andReturn(403, Map.of("kind", "Status", "code", 403, "message", "forbidden"))
        .always();

    assertThatThrownBy(
            () -> new KubernetesCluster(client.getConfiguration()).readyPods("secret", API))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "this account may not list pods in secret: grant it that, docs/resilience.md has the"
                + " Role");
  }
}
