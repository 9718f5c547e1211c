package io.tideline.simulations.run;

import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.ledger.WriteLedger;
import io.tideline.engine.plan.Resilience;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.report.TicketFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends a run: stops the target, analyses what was recorded and gives the verdict, whether the run
 * came to its end, was interrupted, or never got under way. The verdict is printed last, after
 * Gatling's own report, by a shutdown hook that also sets the exit code.
 */
public final class RunEnd {
  private static final int EXIT_NOT_PASSED = 2;
  private static final long INTERRUPT_SECONDS = 20;

  private final PreparedRun run;
  private final LoadRun load;
  private final WriteLedger ledger;
  private final Surroundings surroundings;
  private final Judging judging;
  private final Looking looking;
  private final Optional<Path> reportTo;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicReference<Analysis> analysis = new AtomicReference<>();

  /** Watches over {@code load} from now on. */
  public RunEnd(PreparedRun run, LoadRun load, WriteLedger ledger, Surroundings surroundings) {
    this.run = run;
    this.load = load;
    this.ledger = ledger;
    this.surroundings = surroundings;
    this.judging = new Judging(run, surroundings);
    this.looking = Looking.start(run.plan(), load);
    this.reportTo = Optional.ofNullable(System.getProperty(FreshRun.REPORT_TO)).map(Path::of);
    Runtime.getRuntime().addShutdownHook(new Thread(this::atShutdown, "tideline-verdict"));
  }

  /** To be called by {@code Simulation.after()}, when simulation.log is complete. */
  public void after() {
    if (!begun.compareAndSet(false, true)) {
      return;
    }
    try {
      looking.close();
      load.close();
      ledger.close();
      lookUp();
      run.target().close();
      run.faults().close();
      analyse();
    } finally {
      ended.countDown();
    }
  }

  private void lookUp() {
    Optional<Path> folder = load.resultsFolder();
    if (folder.isEmpty()) {
      return;
    }
    Path tideline = folder.get().resolve(LoadRun.RESULTS);
    BreakerTransitions.fetch(run.plan(), tideline);
    Resilience promised = run.plan().resilience();
    if (LookUp.wanted(surroundings) || (promised != null && promised.writes().areAsked())) {
      LookUp.run(run, surroundings, tideline);
    }
  }

  /**
   * The figures and a first verdict are written at once, in case nothing comes after them. The page
   * is drawn when the verdict is published; that of a run which another one is judged beside, here.
   */
  private void analyse() {
    Optional<Path> folder = load.resultsFolder();
    if (folder.isEmpty()) {
      System.err.println("Tideline: the run never started; there is nothing to judge.");
      return;
    }
    try {
      Analysis made = Analysis.analyze(folder.get());
      analysis.set(made);
      made.writeWithoutPage();
      if (reportTo.isPresent()) {
        Files.writeString(reportTo.get(), folder.get().toString());
      }
      Analysis judged = judging.judge(made);
      if (!judged.tideline().equals(made.tideline())) {
        made.write();
      }
      analysis.set(judged);
    } catch (IOException e) {
      System.err.println("Tideline: the run could not be judged: " + e.getMessage());
    }
  }

  private void hide() {
    try {
      run.view().linger();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    load.hide();
    run.view().close();
  }

  private void atShutdown() {
    try {
      if (ended.getCount() > 0) {
        System.out.println("Tideline: interrupted; closing the run ...");
        load.interrupt();
        judging.stop();
        if (!ended.await(INTERRUPT_SECONDS, TimeUnit.SECONDS)) {
          after();
          ended.await();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Analysis made = analysis.get();
    if (made != null) {
      made.publish(System.out);
      surroundings
          .ticketFolder()
          .ifPresent(folder -> new TicketFolder(folder).note(made, System.out));
    }
    hide();
    if (made == null || !made.succeeded()) {
      Runtime.getRuntime().halt(EXIT_NOT_PASSED);
    }
  }
}
