package io.tideline.engine.plan;

import io.tideline.engine.plan.HttpFault.Call;
import io.tideline.engine.plan.Node.ValueType;
import io.tideline.engine.plan.ProcessFault.Action;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one fault does: the one block in it that names a kind, such as {@code process { pid =
 * 4711, do = stop }}. A further kind is an arm here, a record that implements {@link FaultSpec},
 * and a name in its list.
 */
final class FaultReader {
  private static final Set<String> KINDS = Set.of("network", "process", "command", "http", "pods");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ValueType<Action> ACTION =
      new ValueType<>(
          "thing to do to a process",
          "kill, terminate or stop",
          c -> action(c.getString(Node.SINGLE)));

  private final Hosts hosts;
  private final List<ProxySpec> proxies;
  private final boolean toxiproxy;
  private final boolean standIn;

  /**
   * @param hosts that may be asked
   * @param proxies that there are
   * @param toxiproxy whether a Toxiproxy is to be the proxies
   * @param standIn whether the stand-in is the target
   */
  FaultReader(Hosts hosts, List<ProxySpec> proxies, boolean toxiproxy, boolean standIn) {
    this.hosts = hosts;
    this.proxies = proxies;
    this.toxiproxy = toxiproxy;
    this.standIn = standIn;
  }

  static Set<String> kinds() {
    return KINDS;
  }

  /** What {@code node} does, or null when that cannot be told; then a problem is noted. */
  @Nullable FaultSpec read(Node node) {
    List<String> named = node.keys().stream().filter(KINDS::contains).toList();
    if (named.size() != 1) {
      node.problem(
          "name",
          "a fault needs exactly one of "
              + String.join(", ", new TreeSet<>(KINDS))
              + "; this one has "
              + (named.isEmpty() ? "none" : String.join(" and ", named)));
      return null;
    }
    Node block = node.child(named.get(0));
    return switch (named.get(0)) {
      case "network" -> new NetworkReader(proxies, toxiproxy).read(block);
      case "process" -> process(block);
      case "command" -> command(block);
      case "pods" -> PodReader.read(block, standIn);
      default -> http(block);
    };
  }

  private FaultSpec process(Node node) {
    node.allow(Set.of("pid", "pid-file", "command", "do", "tree", "restart"));
    long named = Stream.of("pid", "pid-file", "command").filter(node::has).count();
    if (named != 1) {
      node.problem("pid", "a process is named by exactly one of pid, pid-file and command");
    }
    String pidFile = node.read("pid-file", Values.TEXT, "");
    if (pidFile.startsWith(Hosts.STAND_IN + "/") && !standIn) {
      node.problem("pid-file", Hosts.FOR_STAND_IN);
    }
    if (!node.has("do")) {
      node.problem("do", "say what is done to the process: do = kill, terminate or stop");
    }
    Action action = node.read("do", ACTION, Action.STOP);
    List<String> restart = node.read("restart", Values.TEXTS, List.of());
    if (action == Action.STOP && !restart.isEmpty()) {
      node.problem("restart", "a process that was stopped goes on by itself; leave restart out");
    }
    return new ProcessFault(
        node.readOrNull("pid", Values.COUNT),
        node.readOrNull("pid-file", Values.TEXT),
        node.readOrNull("command", Values.TEXT),
        action,
        node.read("tree", Values.FLAG, false),
        restart);
  }

  private static FaultSpec command(Node node) {
    node.allow(Set.of("begin", "end", "timeout"));
    List<String> begin = node.read("begin", Values.TEXTS, List.of());
    if (begin.isEmpty()) {
      node.problem("begin", "a command needs a program, such as begin = [\"fail-over.sh\", \"a\"]");
    }
    return new CommandFault(
        begin,
        node.read("end", Values.TEXTS, List.of()),
        node.read("timeout", Values.DURATION, PATIENCE));
  }

  private FaultSpec http(Node node) {
    node.allow(Set.of("begin", "end", "timeout"));
    if (!node.has("begin")) {
      node.problem(
          "begin", "a call needs a begin, such as begin { url = \"http://localhost:8080/fail\" }");
    }
    return new HttpFault(
        call(node.child("begin")),
        node.has("end") ? call(node.child("end")) : null,
        node.read("timeout", Values.DURATION, PATIENCE));
  }

  private Call call(Node node) {
    node.allow(Set.of("method", "url", "body"));
    hosts.checkUrl(node, "url");
    return new Call(
        node.read("method", Values.TEXT, "POST"),
        node.read("url", Values.TEXT, ""),
        node.read("body", Values.TEXT, ""));
  }

  private static Action action(String word) {
    return Stream.of(Action.values())
        .filter(action -> action.key().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown"));
  }
}
