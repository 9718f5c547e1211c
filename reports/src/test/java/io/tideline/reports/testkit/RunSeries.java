package io.tideline.reports.testkit;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Regression;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Runs of one plan night after night, against a target whose speed differs a little from run to
 * run, as a whole and request by request.
 */
public final class RunSeries {
  private static final List<Phase> PHASES =
      List.of(SampleRun.phase("warm-up", 2, true, 1), SampleRun.phase("steady", 60, false, 1));
  private static final double RATE = 20;
  private static final double OF_THE_NIGHT = 0.01;
  private static final double OF_THE_REQUEST = 0.015;

  private final Path folder;
  private final Plan plan;
  private int night;

  /**
   * @param folder for the results folders
   */
  public RunSeries(Path folder) {
    this(folder, Regression.STANDARD);
  }

  /**
   * @param regression how the plan wants its runs compared
   */
  public RunSeries(Path folder, Regression regression) {
    this.folder = folder;
    this.plan = SampleRun.plan(RATE, PHASES, List.of()).comparing(regression);
  }

  /** The next run. */
  public Run next(TargetModel target) {
    try {
      SplittableRandom random = new SplittableRandom(4_711L * ++night);
      Path run =
          SampleRun.of(plan, ofTheNight(target, random), Duration.ZERO)
              .writeTo(folder.resolve("run-" + night));
      return new ResultsFolder(run).read().run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next runs. */
  public List<Run> next(int count, TargetModel target) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(next(target));
    }
    return runs;
  }

  private static TargetModel ofTheNight(TargetModel target, SplittableRandom random) {
    double whole = Math.exp(OF_THE_NIGHT * random.nextGaussian());
    long shuffle = random.nextLong();
    Map<String, Double> parts = new HashMap<>();
    return (request, second, user) -> {
      double part =
          parts.computeIfAbsent(request, name -> Math.exp(OF_THE_REQUEST * random.nextGaussian()));
      SplittableRandom own = new SplittableRandom(user.nextLong() ^ shuffle);
      int millis = target.answer(request, second, own);
      int slower = (int) Math.round(Math.abs(millis) * whole * part);
      return millis < 0 ? -slower : slower;
    };
  }
}
