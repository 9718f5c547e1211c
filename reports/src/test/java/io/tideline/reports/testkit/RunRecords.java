package io.tideline.reports.testkit;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.reply.ReplyLog;
import io.tideline.engine.reply.ReplySample;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.resource.ResourceSample;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleFunction;

/** Adds to the folder of a run that never was what its target and its replies told. */
public final class RunRecords {
  private final Path folder;
  private final Plan plan;

  private RunRecords(Path folder, Plan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /** Writes the run; its folder must be there. */
  public static RunRecords of(Path folder, Plan plan, TargetModel target) throws IOException {
    SampleRun.of(plan, target, Duration.ZERO).writeTo(folder);
    RunRecords records = new RunRecords(folder, plan);
    Files.deleteIfExists(records.file(ResourceLog.FILE_NAME));
    Files.deleteIfExists(records.file(ReplyLog.FILE_NAME));
    return records;
  }

  private Path file(String name) {
    return folder.resolve("tideline").resolve(name);
  }

  /** What the target told each second. */
  public RunRecords consumed(DoubleFunction<List<Reading>> readings) throws IOException {
    try (ResourceLog log = new ResourceLog(file(ResourceLog.FILE_NAME))) {
      for (double at = 0.5; at < plan.duration().toSeconds(); at++) {
        List<Reading> told = readings.apply(at);
        log.write(
            new ResourceSample(at, "/metrics", told.isEmpty() ? "it answered 503" : null, told));
      }
    }
    return this;
  }

  /** What was counted each second. */
  public RunRecords replied(DoubleFunction<ReplySample> samples) throws IOException {
    try (ReplyLog log = new ReplyLog(file(ReplyLog.FILE_NAME))) {
      for (double at = 1; at <= plan.duration().toSeconds(); at++) {
        log.write(samples.apply(at));
      }
    }
    return this;
  }

  /** The run with all of it. */
  public Run run() throws IOException {
    return new ResultsFolder(folder).read().run();
  }
}
