package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.health.HealthLog;
import io.tideline.engine.health.HealthSample;
import io.tideline.engine.reply.ReplyLog;
import io.tideline.engine.reply.ReplySample;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.resource.ResourceSample;
import io.tideline.engine.resource.Unit;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.testkit.SampleFaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of a run may end at any byte, be missing, or hold what nobody wrote. */
class CutRecordsTest {
  private static final int CUTS = 5;
  private static final List<String> GARBAGE =
      List.of("null\n", "{}\n", "[]\n", "7\n", "\u0000\u0001\n", "{\"kind\":null}\n");

  @TempDir Path folder;

  @BeforeEach
  void record() throws IOException {
    SampleFaults.write(folder, SampleFaults.PROTECTED, SampleFaults.promises());
    Files.delete(file("tideline/generator.jsonl"));
    try (HealthLog log = new HealthLog(file("tideline/generator.jsonl"));
        ResourceLog resources = new ResourceLog(file("tideline/resources.jsonl"));
        ReplyLog replies = new ReplyLog(file("tideline/replies.jsonl"))) {
      for (int second = 1; second <= 75; second++) {
        log.write(new HealthSample(second, 0.2, 1, 1, 0, 1_000_000));
        Reading reading = new Reading("heap", Unit.BYTES, 1_000, null, null);
        resources.write(new ResourceSample(second, "/metrics", null, List.of(reading)));
        replies.write(new ReplySample(second, 1, 1, 0, 0, second, second, 0, second, second));
      }
    }
    Files.writeString(file("tideline/acknowledged.jsonl"), "{}\n{}\n");
  }

  @Test
  void theWholeRecordsAreComplete() throws IOException {
    assertThat(Analysis.analyze(folder).verdict().result()).isEqualTo(Result.PASS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simulation.log",
        "tideline/plan.json",
        "tideline/origin.json",
        "tideline/starts.log",
        "tideline/late.log",
        "tideline/events.jsonl",
        "tideline/generator.jsonl",
        "tideline/resources.jsonl",
        "tideline/replies.jsonl",
        "tideline/proxies.jsonl",
        "tideline/transitions.json",
        "tideline/writes.json",
        "tideline/acknowledged.jsonl",
        "tideline/capacity.json"
      })
  void aFileThatIsCutOffOrDamagedIsNeverAPass(String name) throws IOException {
    Path path = file(name);
    byte[] whole = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    Random random = new Random(name.hashCode());
    for (int i = 0; i < Math.min(CUTS, whole.length); i++) {
      int at = i == 0 ? 0 : i == 1 ? whole.length - 2 : random.nextInt(whole.length);
      Files.write(path, Arrays.copyOf(whole, at));
      assertProvesNothing(name + " cut at " + at + " of " + whole.length, name);
    }
    for (String garbage : GARBAGE) {
      byte[] bytes = garbage.getBytes(StandardCharsets.UTF_8);
      Files.write(path, bytes);
      analyze(name + " holds only " + garbage);
      byte[] between = Arrays.copyOf(bytes, bytes.length + whole.length);
      System.arraycopy(whole, 0, between, bytes.length, whole.length);
      Files.write(path, between);
      analyze(name + " begins with " + garbage);
    }
    Files.deleteIfExists(path);
    if (!name.equals("simulation.log")) {
      analyze(name + " is missing");
    }
  }

  @Test
  void noNumberInARecordEndsAnAnalysis() throws IOException {
    List<String> lines =
        List.of(
            "generator.jsonl {'atSeconds':9,'cpu':1e999,'gcMillis':0,'pauseMillis':0,'queued':0,"
                + "'heapBytes':1}",
            "generator.jsonl {'atSeconds':9,'cpu':'NaN','gcMillis':0,'pauseMillis':'NaN','queued':0,"
                + "'heapBytes':1}",
            "generator.jsonl {'atSeconds':1e300}",
            "generator.jsonl null",
            "resources.jsonl {'atSeconds':9,'source':'/metrics','readings':[{'name':'heap',"
                + "'unit':'BYTES','value':'NaN','limit':'Infinity'}]}",
            "resources.jsonl {'atSeconds':9,'source':null,'readings':[]}",
            "resources.jsonl {'atSeconds':1e12,'source':'/metrics','readings':[]}",
            "events.jsonl {'atNanos':9,'kind':'SCALE','factor':1e999,'reason':'x'}",
            "events.jsonl {'atNanos':9,'kind':'SCALE','factor':-1,'reason':'x'}",
            "events.jsonl {'atNanos':9,'kind':null,'factor':1,'reason':'x'}",
            "proxies.jsonl {'atSeconds':1e12,'proxy':'database','attempts':5}",
            "proxies.jsonl {'atSeconds':9,'proxy':'database','attempts':'many'}",
            "replies.jsonl {'atSeconds':1e12}");
    for (String line : lines) {
      Path file = file("tideline/" + line.substring(0, line.indexOf(' ')));
      String whole = Files.readString(file);
      Files.writeString(
          file, line.substring(line.indexOf(' ') + 1).replace('\'', '"') + "\n" + whole);
      assertThat(analyze(line).result()).as(line).isEqualTo(Result.INVALID);
      Files.writeString(file, whole);
    }
    Path resources = file("tideline/resources.jsonl");
    String large = "{\"atSeconds\":9,\"source\":\"/metrics\",\"readings\":[{\"name\":\"heap\",";
    Files.writeString(
        resources, large + "\"unit\":\"BYTES\",\"value\":1e308}]}\n" + Files.readString(resources));
    assertThat(analyze("a reading of 1e308").result()).isEqualTo(Result.PASS);
  }

  @Test
  void aRunKilledWhileAFaultWasInEffectIsInvalid() throws IOException {
    byte[] log = Files.readAllBytes(file("simulation.log"));
    byte[] starts = Files.readAllBytes(file("tideline/starts.log"));
    SampleFaults.events(folder, null);
    for (int percent : List.of(1, 10, 25, 30, 40, 60, 99)) {
      Files.write(file("simulation.log"), Arrays.copyOf(log, log.length * percent / 100));
      Files.write(
          file("tideline/starts.log"), Arrays.copyOf(starts, starts.length * percent / 100));
      assertThat(analyze("killed at " + percent + " %").result()).isEqualTo(Result.INVALID);
    }
  }

  private void assertProvesNothing(String what, String name) {
    Verdict verdict = analyze(what);
    boolean judged = !name.contains("origin") && !name.contains("acknowledged");
    if (judged) {
      assertThat(verdict.result()).as(what).isNotEqualTo(Result.PASS);
    }
  }

  /** The verdict; everything that analyze writes is made. */
  private Verdict analyze(String what) {
    try {
      Analysis analysis = Analysis.analyze(folder);
      assertThat(RunJson.text(analysis.run())).as(what).isNotEmpty();
      assertThat(ConsoleReport.text(analysis.run(), analysis.verdict(), Colours.ofTerminal()))
          .isNotEmpty();
      return analysis.verdict();
    } catch (IOException e) {
      assertThat(e).as(what).hasMessageContaining("simulation.log");
      return new Verdict(Result.INVALID, List.of(), List.of());
    } catch (RuntimeException e) {
      throw new AssertionError(what, e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
