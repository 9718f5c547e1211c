/**
 * Takes pods of a Kubernetes cluster away, never below a floor, and puts back what was scaled.
 * Begin with {@link io.tideline.engine.fault.pods.TakenPods}; fabric8's client is known to {@link
 * io.tideline.engine.fault.pods.KubernetesCluster} alone.
 */
@org.jspecify.annotations.NullMarked
package io.tideline.engine.fault.pods;
