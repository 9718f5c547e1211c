package io.tideline.reports.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The rows of several slices of one run, added up by what they are of. */
final class MergedRows {
  private final List<Run> slices;

  MergedRows(List<Run> slices) {
    this.slices = slices;
  }

  private record Place(String journey, String name) {}

  /**
   * As in any slice: they have the same plan. The last one lasts as long as the longest of them.
   */
  List<PhaseRow> phases() {
    List<PhaseRow> phases = new ArrayList<>();
    for (int i = 0; i < slices.get(0).phases().size(); i++) {
      int index = i;
      phases.add(phase(slices.stream().map(run -> run.phases().get(index)).toList()));
    }
    return phases;
  }

  private static PhaseRow phase(List<PhaseRow> same) {
    PhaseRow first = same.get(0);
    return new PhaseRow(
        first.name(),
        first.warmUp(),
        same.stream().mapToDouble(PhaseRow::startSeconds).max().orElse(0),
        same.stream().mapToDouble(PhaseRow::durationSeconds).max().orElse(0),
        sum(same.stream().map(PhaseRow::offered).toList()),
        same.stream().mapToLong(PhaseRow::started).sum());
  }

  /** The sum; null if any is. */
  static @Nullable Long sum(Collection<@Nullable Long> numbers) {
    return numbers.stream().anyMatch(Objects::isNull)
        ? null
        : (Long) numbers.stream().mapToLong(number -> Objects.requireNonNull(number)).sum();
  }

  /** Journeys in the plan's order, then others; their requests as they come in the slices. */
  List<RequestRow> requests(List<String> planned) {
    Map<Place, Map<String, Sample>> samples = new LinkedHashMap<>();
    for (Run run : slices) {
      for (RequestRow row : run.requests()) {
        Place place = new Place(row.journey(), row.name());
        sample(samples.computeIfAbsent(place, at -> new LinkedHashMap<>()), row.phase())
            .add(row.sample());
      }
    }
    List<RequestRow> rows = new ArrayList<>();
    for (String journey : journeyNames(planned)) {
      samples.forEach(
          (place, byPhase) -> {
            if (place.journey().equals(journey)) {
              eachPhase(byPhase)
                  .forEach(
                      (phase, sample) ->
                          rows.add(new RequestRow(journey, place.name(), phase, sample)));
            }
          });
    }
    return rows;
  }

  List<JourneyRow> journeys(List<String> planned) {
    List<JourneyRow> rows = new ArrayList<>();
    for (String journey : journeyNames(planned)) {
      Map<String, Sample> requests = new LinkedHashMap<>();
      Map<String, Sample> passes = new LinkedHashMap<>();
      for (Run run : slices) {
        for (JourneyRow row : run.journeys()) {
          if (row.journey().equals(journey)) {
            sample(requests, row.phase()).add(row.requests());
            sample(passes, row.phase()).add(row.passes());
          }
        }
      }
      eachPhase(requests)
          .forEach(
              (phase, sample) ->
                  rows.add(new JourneyRow(journey, phase, sample, sample(passes, phase))));
    }
    return rows;
  }

  private static Sample sample(Map<String, Sample> byPhase, String phase) {
    return byPhase.computeIfAbsent(phase, name -> new Sample());
  }

  /** The same in the order of the phases. */
  private Map<String, Sample> eachPhase(Map<String, Sample> byPhase) {
    Map<String, Sample> inOrder = new LinkedHashMap<>();
    for (PhaseRow phase : slices.get(0).phases()) {
      Sample sample = byPhase.get(phase.name());
      if (sample != null) {
        inOrder.put(phase.name(), sample);
      }
    }
    return inOrder;
  }

  private Set<String> journeyNames(List<String> planned) {
    Set<String> names = new LinkedHashSet<>(planned);
    slices.forEach(run -> run.requests().forEach(row -> names.add(row.journey())));
    slices.forEach(run -> run.journeys().forEach(row -> names.add(row.journey())));
    return names;
  }

  Users users() {
    Map<String, List<Users.Scenario>> byName = new LinkedHashMap<>();
    for (Run run : slices) {
      for (Users.Scenario row : run.users().perScenario()) {
        byName.computeIfAbsent(row.scenario(), name -> new ArrayList<>()).add(row);
      }
    }
    List<Users.Scenario> rows = new ArrayList<>();
    byName.forEach(
        (name, same) ->
            rows.add(
                new Users.Scenario(
                    name,
                    same.stream().mapToLong(Users.Scenario::started).sum(),
                    same.stream().mapToLong(Users.Scenario::ended).sum())));
    return new Users(total(Users::started), total(Users::ended), rows);
  }

  private long total(ToLongFunction<Users> count) {
    return slices.stream().map(Run::users).mapToLong(count).sum();
  }
}
