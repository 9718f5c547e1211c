package io.tideline.engine.injection;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.micrometer.core.instrument.binder.netty4.NettyEventExecutorMetrics;
import io.tideline.engine.control.ControlServer;
import io.tideline.engine.fault.KeeperProcess;
import io.tideline.engine.live.LiveSubject;
import io.tideline.engine.metrics.LiveMetrics;
import io.tideline.engine.origin.Machine;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.plan.Receivers;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.schedule.UserLimit;
import io.tideline.engine.show.Annotations;
import io.tideline.engine.show.LiveServer;
import io.tideline.engine.show.LiveShow;
import io.tideline.engine.show.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The load of one run: turns a schedule into Gatling populations, one for each journey, which
 * together start arrival k at its due time. Each user's session carries its arrival's index under
 * {@link #ARRIVAL}; its Gatling user id is that index plus 1.
 *
 * <p>One instance serves one run. All methods may be called from any thread.
 */
public final class LoadRun {
  /** Session attribute with the arrival's index, a {@code Long}. */
  public static final String ARRIVAL = "arrival";

  /** Name of the folder with Tideline's own results inside Gatling's results folder of a run. */
  public static final String RESULTS = "tideline";

  private static final Logger LOGGER = LoggerFactory.getLogger(LoadRun.class);

  private final Conductor conductor;
  private final UserLimit users;
  private volatile @Nullable ControlServer control;
  private volatile @Nullable SearchThread search;
  private volatile @Nullable KeeperProcess keeper;
  private volatile @Nullable FaultThread faults;
  private volatile @Nullable LiveServer server;
  private volatile Progress progress = Progress.OFF;
  private volatile Receivers receivers = Receivers.NONE;
  private volatile UnaryOperator<String> secrets = name -> "";
  private volatile @Nullable LiveShow show;
  private final @Nullable ReplyWatch replies;
  private volatile @Nullable DiskWatch disk;

  /**
   * @param schedule which users arrive when
   * @param resultsRoot folder in which Gatling makes one folder for each run
   * @param accounts how many users may come, since each needs an account of its own: bounds how far
   *     a run may be scaled up, and how far a search goes
   */
  public LoadRun(Schedule schedule, Path resultsRoot, long accounts) {
    this(
        schedule,
        resultsRoot,
        new UserLimit(accounts, "give the run more accounts"),
        Origin.Subject.UNKNOWN);
  }

  /**
   * The same, of which it is known what it is made of, and what allows more users.
   *
   * @param users limit on users: bounds how far a run may be scaled up, and how far a search goes
   */
  public LoadRun(Schedule schedule, Path resultsRoot, UserLimit users, Origin.Subject subject) {
    this.conductor = new Conductor(schedule, resultsRoot, folder -> started(folder, subject));
    this.users = users;
    this.replies = schedule.plan().caching() == null ? null : new ReplyWatch();
  }

  /** Counts replies and accounts; null when the plan promises nothing of a cache. */
  public @Nullable ReplyWatch replies() {
    return replies;
  }

  /**
   * Shows the run while it goes on; to be called before it starts. What is shown stays until {@link
   * #hide}.
   *
   * @param on where metrics and page are served
   * @param shown what the terminal shows
   */
  public LoadRun shownOn(LiveServer on, Progress shown) {
    server = on;
    progress = shown;
    return this;
  }

  /**
   * Lets a keeper break what the plan says while the run goes on; to be called before it starts.
   * Whoever started the keeper closes it, after {@link #close}.
   */
  public LoadRun brokenBy(KeeperProcess other) {
    keeper = other;
    return this;
  }

  /**
   * Sends the metrics of a run that is shown to others as well; to be called before it starts.
   *
   * @param to who
   * @param secret the value of an environment variable that one of them names
   */
  public LoadRun sending(Receivers to, UnaryOperator<String> secret) {
    receivers = to;
    secrets = secret;
    return this;
  }

  /**
   * The populations to give to {@code setUp}, all of them and no others.
   *
   * @param journeys a Gatling scenario for each journey of the mix, of the same name
   * @throws IllegalArgumentException when a journey of the mix has none
   */
  public List<PopulationBuilder> populations(Map<String, ScenarioBuilder> journeys) {
    List<PopulationBuilder> populations = new ArrayList<>();
    List<String> names = conductor.schedule().plan().mix().journeys();
    for (int i = 0; i < names.size(); i++) {
      int journey = i;
      ScenarioBuilder scenario = journeys.get(names.get(journey));
      if (scenario == null) {
        throw new IllegalArgumentException("no Gatling scenario for journey " + names.get(journey));
      }
      populations.add(
          new PopulationBuilder(
              scenario.wrapped.inject(
                  conductor
                      .bridge()
                      .profile(gatling -> new JourneyUsers(conductor, journey, gatling)))));
    }
    return populations;
  }

  private void started(Path results, Origin.Subject subject) {
    try {
      new Origin(Machine.ofThisProcess(), subject).write(results.resolve(Origin.FILE_NAME));
    } catch (IOException e) {
      LOGGER.warn("nothing will tell what this run was made with: {}", e.getMessage());
    }
    conductor.performance().ifPresent(run -> started(run, results));
  }

  private void started(Performance run, Path results) {
    try {
      control = ControlServer.open(new RunControls(run, users), results);
    } catch (IOException e) {
      LOGGER.warn("the run cannot be steered: {}", e.getMessage());
    }
    show(run, results);
    count(run, results);
    disk = DiskWatch.start(conductor, run, results);
    breakThings(run, results);
    if (conductor.schedule().plan().search() != null) {
      search = SearchThread.start(run, users, results);
    }
  }

  private void count(Performance run, Path results) {
    ReplyWatch counting = replies;
    if (counting != null) {
      try {
        counting.start(results, run.dispatcher()::now);
      } catch (IOException e) {
        LOGGER.warn("nobody counts what the replies tell of caches: {}", e.getMessage());
      }
    }
  }

  private void breakThings(Performance run, Path results) {
    KeeperProcess own = keeper;
    if (own == null) {
      return;
    }
    BrokenLoad broken = new BrokenLoad(run, conductor);
    try {
      faults = FaultThread.start(broken, own, results);
    } catch (IOException e) {
      broken.stop("nothing can be broken: " + e.getMessage());
    }
  }

  /** A run of which nothing can be shown goes on all the same. */
  private void show(Performance run, Path results) {
    LiveServer on = server;
    if (on == null) {
      return;
    }
    try {
      LiveSubject subject = run.subject();
      LiveMetrics metrics = new LiveMetrics(subject, receivers, secrets);
      LiveShow shown = new LiveShow(subject, metrics, on, progress);
      Receivers.Grafana grafana = receivers.grafana();
      if (grafana != null) {
        String token = secrets.apply(grafana.token());
        shown.annotating(new Annotations(grafana.url(), token, subject, Clock.systemUTC()));
      }
      shown.metrics().bindGenerator();
      new NettyEventExecutorMetrics(run.gatling().eventLoopGroup())
          .bindTo(shown.metrics().registry());
      ControlServer steering = control;
      if (steering != null) {
        shown.steeredBy(steering.routes());
      }
      run.showOn(shown);
      show = shown.start(results);
    } catch (IOException | RuntimeException e) {
      LOGGER.warn("nothing is shown of this run: {}", e.toString());
    }
  }

  /** Gatling's results folder of this run, once the run has started. */
  public Optional<Path> resultsFolder() {
    return conductor.performance().map(Performance::folder);
  }

  /**
   * The run's first instant, from which due times count, as {@link System#nanoTime} showed or will
   * show it; known once the run has started.
   */
  public OptionalLong originNanos() {
    return conductor.performance().stream()
        .mapToLong(run -> run.dispatcher().originNanos())
        .findFirst();
  }

  /** Ends the run at once and in order: no more users, files closed, {@code after()} called. */
  public void interrupt() {
    conductor.end(Ending.INTERRUPTED, "interrupted");
  }

  /**
   * Ends the run as a broken SLO would, because of what was found while it went on: the verdict is
   * FAIL.
   *
   * @param reason what was found, in a sentence
   */
  public void abort(String reason) {
    conductor.end(Ending.ABORTED, reason);
  }

  /**
   * Closes the run's records and its control endpoint; to be called when Gatling has ended the run.
   *
   * @return how the run ended
   */
  public Ending close() {
    SearchThread searching = search;
    if (searching != null) {
      searching.close();
    }
    closeWatches();
    FaultThread breaking = faults;
    if (breaking != null) {
      breaking.close();
    }
    ControlServer open = control;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOGGER.warn("the control endpoint's file is left: {}", e.getMessage());
      }
    }
    Ending ending = conductor.close();
    LiveShow shown = show;
    if (shown != null) {
      shown.end();
    }
    return ending;
  }

  private void closeWatches() {
    DiskWatch watching = disk;
    if (watching != null) {
      watching.close();
    }
    ReplyWatch counting = replies;
    if (counting != null) {
      try {
        counting.close();
      } catch (IOException e) {
        LOGGER.warn("the count of replies is not whole: {}", e.getMessage());
      }
    }
  }

  /** Ends what {@link #shownOn} began; to be called when the run has been analysed. */
  public void hide() {
    LiveShow shown = show;
    if (shown != null) {
      shown.close();
    }
  }
}
