package io.tideline.reports.stats;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLogReader;
import io.tideline.engine.schedule.Steering;
import io.tideline.engine.simlog.LogEnd;
import io.tideline.engine.simlog.SimulationLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Gatling's results folder of one run, with Tideline's own files in a folder within, if Tideline
 * ran it.
 *
 * @param path the results folder
 */
public record ResultsFolder(Path path) {
  /** Name of the folder within for what Tideline writes. */
  public static final String TIDELINE = "tideline";

  /** A plan of another version is whole, and is not read. */
  private static final String OTHER_SCHEMA = "schema is \"tideline/plan/";

  /**
   * What was found.
   *
   * @param run the run's statistics
   * @param plan what it was asked to do; null when Tideline did not run it
   */
  public record Contents(Run run, @Nullable Plan plan) {}

  /** The folder for what Tideline writes. */
  public Path tideline() {
    return path.resolve(TIDELINE);
  }

  /** Name of the folder, by which the run is known. */
  public String id() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /**
   * Reads the folder's records; a log that is cut off or damaged gives what was salvaged.
   *
   * @throws IOException when there is no such folder, no log in it, or a file cannot be read; its
   *     message is a sentence for the user
   */
  public Contents read() throws IOException {
    Path log = path.resolve(SimulationLog.FILE_NAME);
    requireFolderWith(log);
    Planned planned = planned();
    Plan plan = planned.plan();
    Course course = Course.of(plan, tideline());
    Steering steering = course.steering();
    PhaseClock clock = PhaseClock.of(steering);
    Starts starts = steering == null ? new Starts.NotKept() : starts(steering, clock);
    LogRecorder recorder = new LogRecorder(clock, starts.epochMillis());
    LogEnd end = SimulationLog.read(log, recorder);
    LateUsers late = LateUsers.read(tideline(), clock, starts.epochMillis());
    recorder.finish(late.requests());
    EndingOf ending =
        EndingOf.run(within(log), end, recorder.users(), starts)
            .unlessDamaged(sentence(planned.problem()))
            .unlessDamaged(sentence(course.problem()))
            .unlessDamaged(sentence(late.problem()));
    LogFacts facts = recorder.facts(clock(starts, recorder, course));
    Run run = new RunBuilder(id(), clock, starts, course).build(recorder, ending, facts);
    if (run.info().complete() && plan != null) {
      double loadEnd =
          (double) FaultWindows.loadEnd(run.timeLine()) * run.timeLine().intervalSeconds();
      ending = ending.unlessDamaged(sentence(RecordEnds.problem(tideline(), plan, loadEnd)));
      run = run.info().ending() == ending.ending() ? run : run.ending(ending);
    }
    return new Contents(run, plan);
  }

  private record Planned(@Nullable Plan plan, @Nullable String problem) {}

  /**
   * The plan; one that is damaged, or is missing beside a record of starts, is a problem.
   *
   * @throws IOException when it is one of another version
   */
  private Planned planned() throws IOException {
    Path file = tideline().resolve(PlanJson.FILE_NAME);
    if (!Files.exists(file)) {
      return new Planned(
          null,
          RecordEnds.ofTideline(tideline())
              .map(record -> file + ": missing, although there is " + record)
              .orElse(null));
    }
    try {
      Plan plan = PlanJson.read(file);
      Schedule.of(plan);
      return new Planned(plan, null);
    } catch (IOException | RuntimeException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains(OTHER_SCHEMA)) {
        throw new IOException(message, e);
      }
      return new Planned(
          null, message.startsWith(file.toString()) ? message : file + ": not a plan: " + message);
    }
  }

  /** Whether the log counts the run's time as its other records do. */
  private LogFacts.@Nullable Clock clock(Starts starts, LogRecorder recorder, Course course) {
    StartSamples other = starts.samples();
    if (other == null) {
      return null;
    }
    StartSamples own = recorder.starts();
    return new LogFacts.Clock(
        own.common(other),
        Millis.toSeconds(own.apartMillis(other)),
        OtherClocks.outside(tideline(), course.events(), Millis.toSeconds(recorder.endMillis())));
  }

  private void requireFolderWith(Path log) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new IOException(path + ": no such folder");
    }
    if (!Files.isRegularFile(log)) {
      throw new IOException(path + ": no results of Gatling, there is no " + log.getFileName());
    }
    if (!Files.isReadable(log)) {
      throw new IOException(log + ": no permission to read it");
    }
  }

  private Starts starts(Steering steering, PhaseClock clock) {
    Path file = tideline().resolve(StartLog.FILE_NAME);
    if (!Files.exists(file)) {
      return new Starts.Unusable(within(file) + ": there is no record of starts");
    }
    StartRecorder recorder = new StartRecorder(steering, clock);
    try {
      StartLogReader.Frame frame = StartLogReader.read(file, recorder);
      return new Starts.Read(
          within(file), frame, recorder.injection(), recorder.arrivals(), recorder.samples());
    } catch (IOException e) {
      return new Starts.Unusable(String.valueOf(sentence(e.getMessage())));
    }
  }

  /** A file of this folder as results name it: the same wherever the folder lies. */
  private Path within(Path file) {
    return Path.of(id()).resolve(path.relativize(file));
  }

  private @Nullable String sentence(@Nullable String problem) {
    return problem == null ? null : problem.replace(path.toString(), id());
  }
}
