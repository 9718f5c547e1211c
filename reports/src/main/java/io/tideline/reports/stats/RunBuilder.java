package io.tideline.reports.stats;

import io.tideline.engine.origin.Origin;
import io.tideline.engine.plan.Load;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import io.tideline.reports.stats.RunInfo.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Run} together from what was counted. */
final class RunBuilder {
  private final String id;
  private final @Nullable Plan plan;
  private final PhaseClock clock;
  private final Starts starts;
  private final Course course;

  RunBuilder(String id, PhaseClock clock, Starts starts, Course course) {
    this.id = id;
    this.plan = course.plan();
    this.clock = clock;
    this.starts = starts;
    this.course = course;
  }

  Run build(LogRecorder recorder, EndingOf ending, LogFacts log) {
    RunRecord record = recorder.run();
    Origin origin = course.origin();
    RunInfo info =
        new RunInfo(
            id,
            record == null ? null : record.simulationClass(),
            firstInstant(record),
            Millis.toSeconds(recorder.endMillis()),
            ending.ending(),
            ending.reason(),
            new Versions(
                TidelineVersion.CURRENT,
                record == null ? null : record.gatlingVersion(),
                origin == null ? null : origin.machine().java(),
                origin == null ? null : origin.subject().targetVersion()),
            load());
    TimeLine timeLine = recorder.timeLine(starts.arrivals());
    ResourceRecorder recorded = course.resources();
    Resources resources = recorded == null ? null : recorded.resources(timeLine);
    ReplyRecorder replies = course.replies();
    return new Run(
        info,
        plan,
        origin,
        phases(recorder),
        requests(recorder),
        journeys(recorder),
        recorder.errors(),
        recorder.users(),
        starts.injection(),
        course.events(),
        course.generator(),
        course.capacity(),
        timeLine,
        resources,
        replies == null ? null : replies.replies(timeLine),
        course.aftermath().aftermath(timeLine, info.start(), resources),
        Joint.NONE,
        log);
  }

  private @Nullable Instant firstInstant(@Nullable RunRecord run) {
    Long kept = starts.epochMillis();
    if (kept != null) {
      return Instant.ofEpochMilli(kept);
    }
    return run == null ? null : Instant.ofEpochMilli(run.startEpochMillis());
  }

  private @Nullable LoadInfo load() {
    if (plan == null) {
      return null;
    }
    Load load = plan.load();
    return new LoadInfo(
        plan.scenario(),
        load.seed(),
        load.speedup(),
        load.rate(),
        plan.target().env(),
        plan.target().baseUrl());
  }

  private List<PhaseRow> phases(LogRecorder recorder) {
    return eachPhase().mapToObj(i -> phase(i, recorder)).toList();
  }

  private PhaseRow phase(int i, LogRecorder recorder) {
    Injection injection = starts.injection();
    return new PhaseRow(
        clock.name(i),
        clock.warmUp(i),
        Millis.toSeconds(clock.startMillis(i, recorder.endMillis())),
        Millis.toSeconds(clock.durationMillis(i, recorder.endMillis())),
        injection == null ? null : injection.phases().get(i).offered(),
        injection == null ? recorder.usersStarted(i) : injection.phases().get(i).started());
  }

  private List<RequestRow> requests(LogRecorder recorder) {
    List<RequestRow> rows = new ArrayList<>();
    for (String journey : journeyNames(recorder)) {
      for (RequestKey key : recorder.requests().keys()) {
        if (key.journey().equals(journey)) {
          eachPhase()
              .mapToObj(i -> requestRow(key, i, recorder))
              .filter(row -> row.sample().requests() > 0)
              .forEach(rows::add);
        }
      }
    }
    return rows;
  }

  private RequestRow requestRow(RequestKey key, int phase, LogRecorder recorder) {
    Sample sample = recorder.requests().of(key, phase);
    return new RequestRow(key.journey(), key.name(), clock.name(phase), sample);
  }

  private List<JourneyRow> journeys(LogRecorder recorder) {
    List<JourneyRow> rows = new ArrayList<>();
    for (String journey : journeyNames(recorder)) {
      eachPhase()
          .mapToObj(i -> journeyRow(journey, i, recorder))
          .filter(row -> row.requests().requests() + row.passes().requests() > 0)
          .forEach(rows::add);
    }
    return rows;
  }

  private JourneyRow journeyRow(String journey, int phase, LogRecorder recorder) {
    Sample requests = new Sample();
    for (RequestKey key : recorder.requests().keys()) {
      if (key.journey().equals(journey)) {
        requests.add(recorder.requests().of(key, phase));
      }
    }
    RequestKey pass = new RequestKey("", journey);
    boolean passed = recorder.passes().keys().contains(pass);
    Sample passes = passed ? recorder.passes().of(pass, phase) : new Sample();
    return new JourneyRow(journey, clock.name(phase), requests, passes);
  }

  /** The plan's journeys first, in its order; then others in the order of the log. */
  private Set<String> journeyNames(LogRecorder recorder) {
    Set<String> names = new LinkedHashSet<>();
    if (plan != null) {
      names.addAll(plan.mix().journeys());
    }
    recorder.requests().keys().forEach(key -> names.add(key.journey()));
    recorder.passes().keys().forEach(key -> names.add(key.name()));
    return names;
  }

  private IntStream eachPhase() {
    return IntStream.range(0, clock.phases());
  }
}
