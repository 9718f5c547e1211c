package io.tideline.reports.dump;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideline.engine.simlog.GroupRecord;
import io.tideline.engine.simlog.LogEnd;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes each record that it is told as an object of JSON. */
final class RecordLines implements SimulationLogListener {
  private final JsonGenerator json;
  private final long limit;
  private long records;
  private List<String> scenarios = List.of();

  /** The fields of one record. */
  private interface Fields {
    void write() throws IOException;
  }

  RecordLines(JsonGenerator json, long limit) {
    this.json = json;
    this.limit = limit;
  }

  @Override
  public void run(RunRecord run) {
    scenarios = run.scenarios();
    record(
        "run",
        () -> {
          json.writeStringField("gatling", run.gatlingVersion());
          json.writeStringField("simulation", run.simulationClass());
          json.writeStringField("start", Instant.ofEpochMilli(run.startEpochMillis()).toString());
          json.writeStringField("description", run.description());
          names("scenarios", scenarios);
        });
  }

  @Override
  public void request(RequestRecord request) {
    request("request", request);
  }

  @Override
  public void unmatchedMessage(RequestRecord message) {
    request("unmatched message", message);
  }

  private void request(String type, RequestRecord request) {
    record(
        type,
        () -> {
          json.writeNumberField("startMillis", request.startMillis());
          json.writeNumberField("endMillis", request.endMillis());
          names("groups", request.path().groups());
          json.writeStringField("name", request.path().name());
          json.writeBooleanField("ok", request.ok());
          if (!request.message().isEmpty()) {
            json.writeStringField("message", request.message());
          }
        });
  }

  @Override
  public void user(int scenario, boolean start, int millis) {
    record(
        "user",
        () -> {
          json.writeNumberField("millis", millis);
          json.writeStringField("scenario", scenarios.get(scenario));
          json.writeStringField("event", start ? "start" : "end");
        });
  }

  @Override
  public void group(GroupRecord group) {
    record(
        "group",
        () -> {
          json.writeNumberField("startMillis", group.startMillis());
          json.writeNumberField("endMillis", group.endMillis());
          names("groups", group.path().names());
          json.writeNumberField("responseMillis", group.responseMillis());
          json.writeBooleanField("ok", group.ok());
        });
  }

  @Override
  public void error(String message, int millis) {
    record(
        "error",
        () -> {
          json.writeNumberField("millis", millis);
          json.writeStringField("message", message);
        });
  }

  /** The last line of a log that was read as far as it goes. */
  void end(Path log, LogEnd end) {
    last(ending(end), end.atByte(), end.sentence(log));
  }

  /** The last line of a log of which no more was wanted. */
  void endByLimit(Path log) {
    line("end", () -> ended("limit", log + ": there is more than the " + limit + " records above"));
    flush();
  }

  private void last(String ending, long atByte, String sentence) {
    line(
        "end",
        () -> {
          ended(ending, sentence);
          json.writeNumberField("atByte", atByte);
        });
    flush();
  }

  private void ended(String ending, String sentence) throws IOException {
    json.writeStringField("ending", ending);
    json.writeNumberField("records", records);
    json.writeStringField("sentence", sentence);
  }

  private static String ending(LogEnd end) {
    if (end instanceof LogEnd.Damaged) {
      return "damaged";
    }
    return end.whole() ? "whole" : "cut off";
  }

  private void record(String type, Fields fields) {
    if (records == limit) {
      throw new EnoughRecords();
    }
    records++;
    line(type, fields);
  }

  private void line(String type, Fields fields) {
    try {
      json.writeStartObject();
      json.writeStringField("record", type);
      fields.write();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void names(String field, List<String> names) throws IOException {
    json.writeArrayFieldStart(field);
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }

  private void flush() {
    try {
      json.writeRaw('\n');
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
