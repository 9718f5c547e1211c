package io.tideline.engine.live;

import io.tideline.engine.simlog.GroupRecord;
import io.tideline.engine.simlog.ImpossibleTimes;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.util.List;

/** Tells several listeners the same, in their order. */
record EachListener(List<SimulationLogListener> listeners) implements SimulationLogListener {
  EachListener {
    listeners = List.copyOf(listeners);
  }

  @Override
  public void run(RunRecord run) {
    listeners.forEach(listener -> listener.run(run));
  }

  @Override
  public void request(RequestRecord request) {
    listeners.forEach(listener -> listener.request(request));
  }

  @Override
  public void user(int scenario, boolean start, int millis) {
    listeners.forEach(listener -> listener.user(scenario, start, millis));
  }

  @Override
  public void group(GroupRecord group) {
    listeners.forEach(listener -> listener.group(group));
  }

  @Override
  public void error(String message, int millis) {
    listeners.forEach(listener -> listener.error(message, millis));
  }

  @Override
  public void unmatchedMessage(RequestRecord message) {
    listeners.forEach(listener -> listener.unmatchedMessage(message));
  }

  @Override
  public void impossibleTimes(ImpossibleTimes record) {
    listeners.forEach(listener -> listener.impossibleTimes(record));
  }
}
