package io.tideline.engine.fault;

import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.proxy.ProxyCounts;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * A keeper in a process of its own, as the generator sees it. It outlives the generator for as long
 * as it takes to put everything back. Ctrl-C in a terminal, which reaches both, is left to the
 * generator. Any thread may call.
 */
public final class KeeperProcess implements AutoCloseable {
  private static final List<String> JVM =
      List.of("-Xms32m", "-Xmx192m", "-XX:+UseSerialGC", "-Djava.awt.headless=true");
  private static final List<String> UNINTERRUPTED =
      List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "tideline-keeper");
  private static final long START_SECONDS = 30;
  private static final long CLOSE_SECONDS = 90;

  private final Process process;
  private final BufferedWriter orders;
  private final Path journal;
  private final Path log;
  private final AtomicLong ids = new AtomicLong(Report.UNASKED);
  private final Map<Long, CompletableFuture<Report>> waiting = new ConcurrentHashMap<>();
  private final CompletableFuture<Report> ready = new CompletableFuture<>();
  private volatile Consumer<Report> unasked = report -> {};
  private volatile boolean closing;

  private KeeperProcess(Process process, Path journal, Path log) {
    this.process = process;
    this.journal = journal;
    this.log = log;
    this.orders =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    Thread reader = new Thread(this::read, "tideline-keeper-reports");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a keeper for what a plan breaks, and waits until it is there.
   *
   * @param plan where the proxies are, and what may be called
   * @param hosts that may be called
   * @param seed of the run
   * @param results folder for its journal and for what it prints
   * @throws IOException with a sentence when it does not start; nothing is left running then
   */
  public static KeeperProcess start(FaultPlan plan, List<String> hosts, long seed, Path results)
      throws IOException {
    long pid = ProcessHandle.current().pid();
    Files.createDirectories(results);
    String name = "keeper-" + pid + "-" + Long.toHexString(System.nanoTime());
    KeeperSettings settings =
        new KeeperSettings(
            results.resolve(name + ".journal").toAbsolutePath().toString(),
            hosts,
            pid,
            plan.toxiproxy(),
            plan.toxiproxy() == null ? "127.0.0.1:0" : null,
            seed);
    return start(settings, results.resolve(name + ".log"));
  }

  static KeeperProcess start(KeeperSettings settings, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(log)).redirectError(log.toFile());
    // Flags that were meant for this JVM.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    KeeperProcess keeper = new KeeperProcess(builder.start(), Path.of(settings.journal()), log);
    try {
      keeper.write(PlanJson.line(settings));
      keeper.ready.get(START_SECONDS, TimeUnit.SECONDS);
      return keeper;
    } catch (InterruptedException e) {
      keeper.process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the keeper of the faults was starting", e);
    } catch (Exception e) {
      keeper.process.destroyForcibly();
      throw new IOException("the keeper of the faults did not start; its log is " + log, e);
    }
  }

  private static List<String> command(Path log) throws IOException {
    String classPath =
        ClassPath.of(KeeperProcess.class).replace("\\", "\\\\").replace("\"", "\\\"");
    Path file = classPathFile(log);
    Files.writeString(file, "-cp \"" + classPath + "\"\n");
    List<String> command = new ArrayList<>();
    if (File.separatorChar == '/') {
      command.addAll(UNINTERRUPTED);
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.add("@" + file.toAbsolutePath());
    command.add(KeeperMain.class.getName());
    return command;
  }

  /** In a file, as it is too long for a command line on Windows. */
  private static Path classPathFile(Path log) {
    return Path.of(log + ".classpath");
  }

  /** Where its proxies can be steered by hand; empty for nowhere. */
  public String api() {
    return ready.join().text();
  }

  /** Its pid. */
  public long pid() {
    return process.pid();
  }

  /** Opens a proxy, and says on which port. */
  public ProxySpec open(ProxySpec proxy) throws IOException {
    return Objects.requireNonNull(ask(id -> Order.open(id, proxy)).proxy());
  }

  /** Hands a proxy's connections to another upstream. */
  public void upstream(String proxy, String address) throws IOException {
    ask(id -> Order.upstream(id, proxy, address));
  }

  /** Is told of leases that were over from now on. */
  void onUnasked(Consumer<Report> listener) {
    unasked = listener;
  }

  /** Begins a fault and says what was done, later. */
  CompletableFuture<Report> begin(PlannedFault fault) {
    return order(id -> Order.begin(id, fault));
  }

  /** Ends a fault and says what was done, later. */
  CompletableFuture<Report> end(String fault) {
    return order(id -> Order.end(id, fault));
  }

  /** What has gone through the proxies, later. */
  CompletableFuture<List<ProxyCounts>> counts() {
    return order(id -> Order.of(id, Order.What.COUNT)).thenApply(Report::counts);
  }

  /** Whether it has ended though nobody told it to. */
  boolean isDead() {
    return !closing && !process.isAlive();
  }

  /** Puts back what it left, when it is dead. */
  List<String> putBackWhatIsLeft() throws IOException, InterruptedException {
    return Files.exists(journal) ? Leftovers.putBack(journal) : List.of();
  }

  /** Puts back what keepers of earlier runs have left in a folder, and says what was done. */
  public static List<String> putBackLeftovers(Path results)
      throws IOException, InterruptedException {
    List<String> done = new ArrayList<>();
    for (Path left : Leftovers.in(results)) {
      done.addAll(Leftovers.putBack(left));
    }
    return done;
  }

  private Report ask(LongFunction<Order> order) throws IOException {
    Report report;
    try {
      report = order(order).get(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the keeper was asked", e);
    } catch (Exception e) {
      throw new IOException("the keeper of the faults does not answer", e);
    }
    if (!report.ok()) {
      throw new IOException(report.text());
    }
    return report;
  }

  private CompletableFuture<Report> order(LongFunction<Order> maker) {
    long id = ids.incrementAndGet();
    CompletableFuture<Report> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    try {
      write(PlanJson.line(maker.apply(id)));
    } catch (IOException e) {
      waiting.remove(id);
      answer.complete(Report.of(id, false, "the keeper is gone: " + e.getMessage()));
    }
    if (!process.isAlive()) {
      answer.complete(Report.of(id, false, "the keeper is gone"));
    }
    return answer;
  }

  private void write(String line) throws IOException {
    synchronized (orders) {
      orders.write(line);
      orders.write('\n');
      orders.flush();
    }
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        hear(PlanJson.part(line, Report.class));
      }
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
    ready.completeExceptionally(new IOException("it ended"));
    waiting.forEach((id, answer) -> answer.complete(Report.of(id, false, "the keeper has ended")));
  }

  private void hear(Report report) {
    if (report.id() != Report.UNASKED) {
      CompletableFuture<Report> answer = waiting.remove(report.id());
      if (answer != null) {
        answer.complete(report);
      }
    } else if (report.fault() == null) {
      ready.complete(report);
    } else {
      unasked.accept(report);
    }
  }

  /** Lets it put everything back and waits until it has ended; a second time is void. */
  @Override
  public void close() {
    closing = true;
    try {
      synchronized (orders) {
        orders.close();
      }
      if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(classPathFile(log));
      if (Files.exists(log) && Files.size(log) == 0) {
        Files.delete(log);
      }
    } catch (IOException e) {
      process.destroy(); // its input is broken, so it has ended or will not hear
    } catch (InterruptedException e) {
      process.destroy(); // asked to end it reverts too
      Thread.currentThread().interrupt();
    }
  }
}
