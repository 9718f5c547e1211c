#!/usr/bin/env bash
# Tries faults on pods against a real cluster: the current context of the kubeconfig. Makes a namespace
# of its own with three pods that answer nothing, and removes it at the end.
#
#   docs/pods-on-a-cluster.sh [CONTEXT]
#
# Needs kubectl, Maven, JDK 17, and an account that may make namespaces. It changes nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

context=${1:-$(kubectl config current-context)}
namespace=tideline-pods-$$
kube() { kubectl --context "$context" --namespace "$namespace" "$@"; }

kubectl --context "$context" create namespace "$namespace"
trap 'kubectl --context "$context" delete namespace "$namespace" --wait=false' EXIT
kube create deployment api --image=registry.k8s.io/pause:3.9 --replicas=3
kube rollout status deployment/api --timeout=120s

mvn -q -pl engine -am test -Dquick -Dtest=PodsOnAClusterIT -Dsurefire.failIfNoSpecifiedTests=false \
  "-Dpods.context=$context" "-Dpods.namespace=$namespace"
echo "pods were killed, evicted and scaled, and scaled back"
