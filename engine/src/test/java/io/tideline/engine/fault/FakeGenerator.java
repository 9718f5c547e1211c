package io.tideline.engine.fault;

import io.tideline.engine.plan.FaultGuards;
import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.ProxySpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that starts a keeper, lets it break one thing, says so with the keeper's pid and the
 * proxy's address, and waits to be killed. Arguments: a folder, the fault as JSON, and the upstream
 * of proxy p, or nothing for none.
 */
public final class FakeGenerator implements AutoCloseable {
  static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

  private final Process process;
  private final String said;
  private final ProcessHandle keeper;

  private FakeGenerator(Process process, String said) {
    this.process = process;
    this.said = said;
    this.keeper = ProcessHandle.of(Long.parseLong(said.split(" ")[0])).orElseThrow();
  }

  public static void main(String[] args) throws Exception {
    PlannedFault fault = PlanJson.part(args[1], PlannedFault.class);
    FaultPlan plan = new FaultPlan(List.of(fault), List.of(), null, FaultGuards.STANDARD);
    KeeperProcess keeper = KeeperProcess.start(plan, HOSTS, 1, Path.of(args[0]));
    String address = "none";
    if (args.length > 2) {
      address =
          keeper.open(new ProxySpec("p", "127.0.0.1:0", args[2], ProxySpec.Protocol.TCP)).listen();
    }
    Report report = keeper.begin(fault).get();
    System.out.println(keeper.pid() + " " + address + " " + report.ok() + " " + report.text());
    Thread.sleep(60_000);
  }

  /** Starts it and waits until the fault has begun. */
  static FakeGenerator start(Path folder, PlannedFault fault, String... upstream)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            FakeGenerator.class.getName(),
            folder.toString(),
            PlanJson.line(fault)));
    command.addAll(List.of(upstream));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
    return new FakeGenerator(process, String.valueOf(line));
  }

  ProcessHandle keeper() {
    return keeper;
  }

  /** Fails unless the keeper ends within a time. */
  void keeperEnded(Duration patience) {
    try {
      keeper.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the keeper, pid " + keeper.pid() + ", is still there", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String proxy() {
    return said.split(" ")[1];
  }

  boolean hasBegun() {
    return said.split(" ")[2].equals("true");
  }

  String said() {
    return said;
  }

  /** As {@code kill -9} does it. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
