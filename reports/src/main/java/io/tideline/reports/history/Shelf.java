package io.tideline.reports.history;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.Fingerprint;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one scenario and fingerprint.
 *
 * @param folder need not be there yet
 * @param before folders of earlier versions, in which runs of this fingerprint may lie among others
 * @param only fingerprint of the runs to read; null for all there are
 */
public record Shelf(Path folder, List<Path> before, @Nullable Fingerprint only) {
  static final String ACCEPTED = "accepted";
  static final String REJECTED = "rejected";
  static final String FAILED = "failed";
  private static final String DAMAGED = "damaged";

  public Shelf {
    before = List.copyOf(before);
  }

  /** All runs in {@code folder}. */
  public Shelf(Path folder) {
    this(folder, List.of(), null);
  }

  /** Its folder, and those of earlier versions. */
  List<Path> folders() {
    return Stream.concat(Stream.of(folder), before.stream()).toList();
  }

  /**
   * What is on a shelf.
   *
   * @param runs the accepted ones, the oldest first
   * @param problems what was set aside, a sentence each
   * @param otherLoads of runs that are left out because their load alone was another: how it
   *     differs, a sentence each
   */
  public record Contents(List<Run> runs, List<String> problems, List<String> otherLoads) {
    public Contents {
      runs = List.copyOf(runs);
      problems = List.copyOf(problems);
      otherLoads = List.copyOf(otherLoads);
    }
  }

  /** The scenario of its runs, as their folder is named. */
  public String scenario() {
    return String.valueOf(WholeFile.folderOf(folder).getFileName());
  }

  /** The fingerprint of its runs. */
  public String fingerprint() {
    return String.valueOf(folder.getFileName());
  }

  /**
   * Puts a run on the shelf; one that is there already is left as it is.
   *
   * @return its file
   * @throws IOException when it cannot be written, or a run of this name was rejected
   */
  public Path accept(Run run) throws IOException {
    if (run.isSlice()) {
      throw new IOException(
          run.info().id() + ": part of a run; merge its slices, and accept the whole");
    }
    String name = FileName.of(run);
    if (run.pool(Scope.EVERYTHING).ok() == 0) {
      throw new IOException(
          run.info().id()
              + ": not accepted: no request succeeded, so that later runs could be compared with"
              + " nothing");
    }
    for (Path each : before) {
      if (Files.exists(each.resolve(ACCEPTED).resolve(name))) {
        return each.resolve(ACCEPTED).resolve(name);
      }
    }
    Optional<Path> rejected =
        folders().stream()
            .map(each -> each.resolve(REJECTED).resolve(name))
            .filter(Files::exists)
            .findFirst();
    if (rejected.isPresent()) {
      throw new IOException(
          rejected.get()
              + ": this run was rejected; move the file to "
              + ACCEPTED
              + " to accept it after all");
    }
    About.write(folder, run.fingerprint());
    return WholeFile.writeWithFolder(folder.resolve(ACCEPTED).resolve(name), RunJson.text(run));
  }

  /**
   * Puts a run on the shelf that was suspected and not confirmed, marked so.
   *
   * @return its file
   * @throws IOException as {@link #accept}
   */
  public Path acceptMarked(Run run, RunNote note) throws IOException {
    note.write(folder);
    return accept(run);
  }

  /**
   * Remembers a confirmed failure, and keeps the run beside the accepted ones for a person who may
   * accept it. One that had entered marked is taken out: what was open then is confirmed now.
   *
   * @return its file
   */
  public Path keepFailed(Run run, RunNote note) throws IOException {
    boolean marked =
        RunNote.read(folder.resolve(RunNote.FOLDER).resolve(note.file()))
            .map(before -> !before.suspected().isEmpty())
            .orElse(false);
    About.write(folder, run.fingerprint());
    note.write(folder);
    Path kept =
        WholeFile.writeWithFolder(folder.resolve(FAILED).resolve(note.file()), RunJson.text(run));
    if (marked) {
      Files.deleteIfExists(folder.resolve(ACCEPTED).resolve(note.file()));
    }
    return kept;
  }

  /** Forgets what was remembered of a run that has turned out well. */
  public void forget(Run run) throws IOException {
    for (String state : List.of(RunNote.FOLDER, FAILED)) {
      Files.deleteIfExists(folder.resolve(state).resolve(FileName.of(run)));
    }
  }

  /**
   * What is remembered of the runs of the shelf, the oldest first. Failures of runs that a person
   * accepted are not among it.
   */
  public List<RunNote> notes() throws IOException {
    List<RunNote> notes = new ArrayList<>();
    for (Path file : files(RunNote.FOLDER)) {
      RunNote.read(file)
          .filter(
              note ->
                  note.failed().isEmpty()
                      || !Files.exists(folder.resolve(ACCEPTED).resolve(note.file())))
          .ifPresent(notes::add);
    }
    notes.sort(Comparator.comparing(RunNote::from));
    return notes;
  }

  /** What is remembered of a run. */
  public Optional<RunNote> note(Run run) {
    return RunNote.read(folder.resolve(RunNote.FOLDER).resolve(FileName.of(run)));
  }

  /** Where the run of a failure is kept. */
  public Path failed(RunNote note) {
    return folder.resolve(FAILED).resolve(note.file());
  }

  /** The folder of the whole history. */
  public Path history() {
    return WholeFile.folderOf(WholeFile.folderOf(folder));
  }

  /**
   * Takes an accepted run off the shelf and keeps it among the rejected.
   *
   * @param name its file's name, with or without the ending, or the end of that: the run's id
   * @throws IOException when no run, or more than one, is called so
   */
  public Path reject(String name) throws IOException {
    List<Path> found = named(name);
    if (found.size() != 1) {
      throw new IOException(
          folder + ": " + (found.isEmpty() ? "no" : "more than one") + " accepted run is " + name);
    }
    Path shelf = WholeFile.folderOf(WholeFile.folderOf(found.get(0)));
    Path target = shelf.resolve(REJECTED).resolve(found.get(0).getFileName());
    Files.createDirectories(target.getParent());
    return Files.move(found.get(0), target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether an accepted run is called so. */
  public boolean has(String name) throws IOException {
    return !named(name).isEmpty();
  }

  private List<Path> named(String name) throws IOException {
    String wanted = FileName.withoutSuffix(name);
    return files(ACCEPTED).stream()
        .filter(
            file -> {
              String own = FileName.withoutSuffix(String.valueOf(file.getFileName()));
              return own.equals(wanted) || own.endsWith("_" + wanted);
            })
        .toList();
  }

  /**
   * All accepted runs. A file that cannot be read is moved out of the way and named; it never keeps
   * the others from being used.
   */
  public Contents read() throws IOException {
    List<Run> runs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<String> otherLoads = new ArrayList<>();
    for (Path file : files(ACCEPTED)) {
      try {
        Run run = RunReader.read(file);
        if (run.isSlice()) {
          problems.add(file + ": a slice, part of a run; left out, nothing is compared with it");
        } else if (only == null || only.differences(run.fingerprint()).isEmpty()) {
          Optional<Run> copy = runs.stream().filter(other -> isCopy(other, run)).findFirst();
          if (copy.isPresent()) {
            problems.add(file + ": the same run as " + copy.get().info().id() + "; counted once");
          } else {
            runs.add(run);
          }
        } else {
          run.fingerprint().onlyLoads(only).ifPresent(otherLoads::add);
        }
      } catch (IOException e) {
        if (Files.exists(file)) {
          problems.add(setAside(file, e));
        }
      }
    }
    runs.sort(Comparator.comparing(Shelf::start));
    return new Contents(runs, problems, otherLoads);
  }

  /**
   * Whether a file is a copy of another: no two runs of one name begin, last and count the same.
   */
  private static boolean isCopy(Run one, Run other) {
    Instant start = one.info().start();
    return start != null
        && one.info().id().equals(other.info().id())
        && start.equals(other.info().start())
        && one.info().durationSeconds() == other.info().durationSeconds()
        && one.users().equals(other.users())
        && one.pool(Scope.EVERYTHING).ok() == other.pool(Scope.EVERYTHING).ok()
        && one.pool(Scope.EVERYTHING).okLatencies().mean()
            == other.pool(Scope.EVERYTHING).okLatencies().mean();
  }

  /** From when on the present epoch is. */
  public Instant epoch() throws IOException {
    return Epoch.last(this).map(Epoch::from).orElse(Instant.MIN);
  }

  /** The accepted runs of the present epoch. */
  public Contents present() throws IOException {
    Contents all = read();
    Instant from = epoch();
    List<String> problems = new ArrayList<>(all.problems());
    problems.addAll(Epoch.problems(this));
    return new Contents(
        all.runs().stream().filter(run -> !start(run).isBefore(from)).toList(),
        problems,
        all.otherLoads());
  }

  /** Files of runs in a folder of the shelf, by name and so by time. */
  public List<Path> files(String state) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path each : folders()) {
      files.addAll(files(each.resolve(state)));
    }
    files.sort(Comparator.comparing(file -> String.valueOf(file.getFileName())));
    return files;
  }

  private static List<Path> files(Path within) throws IOException {
    if (!Files.isDirectory(within)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(within)) {
      return files.filter(file -> FileName.isOfRun(String.valueOf(file.getFileName()))).toList();
    } catch (NoSuchFileException gone) {
      return List.of();
    }
  }

  private String setAside(Path file, IOException problem) {
    String sentence = problem.getMessage() + "; ";
    try {
      Path target = folder.resolve(DAMAGED).resolve(file.getFileName());
      Files.createDirectories(target.getParent());
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
      return sentence + "set aside as " + target;
    } catch (IOException e) {
      return sentence + "left out";
    }
  }

  private static Instant start(Run run) {
    Instant start = run.info().start();
    return start == null ? Instant.EPOCH : start;
  }
}
