package io.tideline.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a screen, that opens a page, each time as a process of its own. */
final class Chromium {
  private static final List<String> OPTIONS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars",
          "--enable-logging=stderr",
          "--dump-dom");
  private static final int LONGEST_SECONDS = 120;

  private final Path program;
  private final Path folder;
  private int opened;

  private Chromium(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * What came of opening a page.
   *
   * @param dom the page when all of its script had run
   * @param console what it said on its console
   */
  record Opened(String dom, List<String> console) {}

  /**
   * The browser of this machine; empty when it has none.
   *
   * @param folder for its profiles
   */
  static Optional<Chromium> find(Path folder) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(Path::of)
        .flatMap(place -> Stream.of("chromium", "chromium-browser").map(place::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Chromium(program, folder));
  }

  /** Opens {@code page} with further options, and waits until the browser has ended. */
  Opened open(Path page, List<String> options) throws IOException, InterruptedException {
    opened++;
    Path profile = Files.createDirectory(folder.resolve("profile-" + opened));
    Path out = folder.resolve("dom-" + opened + ".html");
    Path err = folder.resolve("err-" + opened + ".txt");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(OPTIONS);
    command.addAll(options);
    command.add("--user-data-dir=" + profile);
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    List<String> console =
        Files.readString(err, StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> line.contains("CONSOLE"))
            .toList();
    return new Opened(Files.readString(out), console);
  }
}
