package io.tideline.engine.resource;

import io.tideline.engine.resource.PrometheusServer.Answer;
import io.tideline.engine.resource.PrometheusServer.Times;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a Prometheus server remembers of a run, asked when the run is over. A time of which it
 * remembers nothing is a gap; so is the whole run when it cannot be asked.
 */
final class ServerHistory {
  private static final int MOST_GROUPS = 50;

  private final String name;
  private final PrometheusServer server;
  private final List<ServerMeasure> measures;

  /**
   * @param name as results name the source
   */
  ServerHistory(String name, PrometheusServer server, List<ServerMeasure> measures) {
    this.name = name;
    this.server = server;
    this.measures = List.copyOf(measures);
  }

  /**
   * A sample for each of {@code times}, or two that say from when to when nothing is known.
   *
   * @param originMillis wall clock at the run's first instant
   */
  List<ResourceSample> samples(Times times, long originMillis) throws InterruptedException {
    try {
      Map<Long, Map<String, Reading>> byTime = new TreeMap<>();
      for (long at = times.fromMillis(); at <= times.toMillis(); at += times.stepMillis()) {
        byTime.put(at, new LinkedHashMap<>());
      }
      for (ServerMeasure measure : measures) {
        add(measure, times, byTime);
      }
      List<ResourceSample> samples = new ArrayList<>();
      byTime.forEach((at, readings) -> samples.add(sample((at - originMillis) / 1e3, readings)));
      return samples;
    } catch (IOException e) {
      String why = "the Prometheus server could not be asked: " + e.getMessage();
      return List.of(
          ResourceSample.gap((times.fromMillis() - originMillis) / 1e3, name, why),
          ResourceSample.gap((times.toMillis() - originMillis) / 1e3, name, why));
    }
  }

  private ResourceSample sample(double seconds, Map<String, Reading> readings) {
    return readings.isEmpty()
        ? ResourceSample.gap(seconds, name, "the Prometheus server has nothing of this time")
        : new ResourceSample(seconds, name, null, List.copyOf(readings.values()));
  }

  private void add(ServerMeasure measure, Times times, Map<Long, Map<String, Reading>> byTime)
      throws IOException, InterruptedException {
    List<Answer> values = ask(measure, measure.value(), times);
    if (values.isEmpty()) {
      return;
    }
    List<Answer> limits = ask(measure, measure.limit(), times);
    List<Answer> waiting = ask(measure, measure.waiting(), times);
    for (Answer value : values.subList(0, Math.min(MOST_GROUPS, values.size()))) {
      String group = measure.by() == null ? null : value.labels().get(measure.by());
      String resource = group == null ? measure.name() : measure.name() + " " + group;
      Answer limit = same(limits, value);
      Answer waiters = same(waiting, value);
      value
          .values()
          .forEach(
              (at, each) -> {
                Map<String, Reading> readings = byTime.get(at);
                if (readings != null) {
                  readings.putIfAbsent(
                      resource,
                      new Reading(
                          resource, measure.unit(), each, figure(limit, at), figure(waiters, at)));
                }
              });
    }
  }

  /** A query that gives several series although none was asked for would count one of them. */
  private List<Answer> ask(ServerMeasure measure, @Nullable String query, Times times)
      throws IOException, InterruptedException {
    if (query == null) {
      return List.of();
    }
    List<Answer> answers = server.range(query, times);
    if (measure.by() == null && answers.size() > 1) {
      throw new IOException(
          "query \""
              + measure.name()
              + "\" gives "
              + answers.size()
              + " series; sum them up, or name the label by which they are told apart");
    }
    return answers;
  }

  /** That of the same labels; one without any is of all. */
  private static @Nullable Answer same(List<Answer> answers, Answer as) {
    for (Answer answer : answers) {
      if (answer.labels().isEmpty() || answer.labels().equals(as.labels())) {
        return answer;
      }
    }
    return null;
  }

  private static @Nullable Double figure(@Nullable Answer answer, long at) {
    return answer == null ? null : answer.values().get(at);
  }
}
