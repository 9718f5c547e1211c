package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.ticket.TicketBook;
import io.tideline.reports.ticket.TicketsReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets on disk: those of one run, and those that are kept between runs. */
class TicketFolderTest {
  private static final Slo P95 = new Slo(Scope.EVERYTHING, Metric.P95, 100);
  private static final TargetModel SLOW = (request, second, random) -> 200;
  private static final TargetModel FAST = (request, second, random) -> 20;

  @TempDir Path folder;
  private int runs;

  private Analysis run(String name, TargetModel target) throws IOException {
    // All begin at one instant, and each ends after the one before.
    runs++;
    List<Phase> phases = List.of(SampleRun.phase("only", 15 + runs, false, 1));
    Plan plan = SampleRun.plan(10, phases, List.of(P95));
    Path results = folder.resolve(name);
    SampleRun.of(plan, target, Duration.ZERO).writeTo(results);
    return Analysis.analyze(results);
  }

  private String noted(Analysis analysis) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TicketFolder(folder.resolve("kept"))
        .note(analysis, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aRunsOwnFolderHoldsThePagesOfItsVerdictAndNoOthers() throws Exception {
    run("run", SLOW).write();
    Path pages = folder.resolve("run").resolve("tideline").resolve("tickets");
    assertThat(names(pages)).singleElement().asString().startsWith("latency-smoke-stand-in-slo-");
    Files.writeString(pages.resolve("mine.md"), "kept");

    run("run", FAST).write();

    assertThat(names(pages)).containsExactly("mine.md");
  }

  @Test
  void aTicketIsOpenedNotedClosedAndReopened() throws Exception {
    String title = "All requests: p95 above 100 ms in smoke on stand-in";

    assertThat(noted(run("1", SLOW))).isEqualTo("  ticket opened: " + title + " (P2)\n");
    assertThat(noted(run("2", SLOW))).isEqualTo("  ticket again: " + title + " (P2)\n");
    assertThat(noted(run("2", SLOW))).isEmpty();
    assertThat(noted(run("3", FAST))).isEqualTo("  ticket closed: " + title + " (P2)\n");
    assertThat(noted(run("4", FAST))).isEmpty();
    assertThat(noted(run("5", SLOW))).isEqualTo("  ticket reopened: " + title + " (P2)\n");

    Path kept = folder.resolve("kept");
    assertThat(names(kept)).hasSize(3).contains(".lock", "tickets.json");
    String page = Files.readString(kept.resolve(names(kept).get(1)));
    assertThat(page.lines().filter(line -> line.startsWith("- 2026-09-21T14:13:"))).hasSize(4);
  }

  @Test
  void whatPeopleWroteOnAPageOutlivesTheNextRun() throws Exception {
    noted(run("1", SLOW));
    Path kept = folder.resolve("kept");
    Path page = kept.resolve(names(kept).get(1));
    Files.writeString(page, Files.readString(page) + "Anna looks into it.\n");

    noted(run("2", SLOW));

    assertThat(Files.readString(page)).contains("**again**").endsWith("Anna looks into it.\n");
  }

  @Test
  void aDamagedFileIsSetAsideAndSaid() throws Exception {
    noted(run("1", SLOW));
    Path file = folder.resolve("kept").resolve("tickets.json");
    String whole = Files.readString(file);
    int number = 0;
    for (String damaged :
        List.of(
            "",
            "[]",
            "not json",
            whole.substring(0, whole.length() / 2),
            whole.replace("tickets/1", "tickets/9"),
            whole.replace("\"likely\"", "\"certain\""),
            whole.replace("\"latency\"", "\"../../etc\""),
            whole.replace("\"history\"", "\"past\""))) {
      number++;
      Files.writeString(file, damaged);

      String said = noted(run("again", SLOW));

      assertThat(said)
          .startsWith("  " + file + ": cannot be read as tickets (")
          .contains("); set aside as tickets.json.damaged-" + number + ", and a new one begun\n")
          .contains("ticket opened: ");
      assertThat(file.resolveSibling("tickets.json.damaged-" + number)).hasContent(damaged);
      assertThat(TicketsReader.read(Files.readString(file)).tickets()).hasSize(1);
    }
  }

  @Test
  void manyJobsAtATimeLoseNothing() throws Exception {
    int jobs = 12;
    List<TicketBook> books = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      Analysis one = run("job" + i, SLOW);
      books.add(TicketBook.of(one.run(), one.verdict()));
    }
    TicketFolder kept = new TicketFolder(folder.resolve("kept"));
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<List<String>>> said = new ArrayList<>();
      for (TicketBook book : books) {
        said.add(threads.submit(() -> kept.add(book)));
      }
      for (Future<List<String>> one : said) {
        assertThat(one.get()).hasSize(1);
      }
    } finally {
      threads.shutdownNow();
    }

    TicketBook book =
        TicketsReader.read(Files.readString(folder.resolve("kept").resolve("tickets.json")));
    assertThat(book.tickets()).singleElement().returns((long) jobs, one -> one.occurrences());
  }

  @Test
  void aLockThatIsNeverGivenBackIsSaid() throws Exception {
    Path kept = Files.createDirectories(folder.resolve("kept"));
    Analysis analysis = run("1", SLOW);
    TicketBook book = TicketBook.of(analysis.run(), analysis.verdict());
    try (FileChannel channel =
            FileChannel.open(
                kept.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> new TicketFolder(kept, Duration.ofMillis(200)).add(book))
          .hasMessage(kept + ": another job holds its lock for more than 0 s");
    }
  }

  @Test
  void aFolderThatCannotBeStopsNothing() throws Exception {
    Files.writeString(folder.resolve("kept"), "a file in the way");

    assertThat(noted(run("1", SLOW)))
        .startsWith("Tickets not kept: " + folder.resolve("kept") + ": cannot be created: ");
  }
}
