package io.tideline.reports.report;

import io.tideline.reports.stats.WholeFile;
import io.tideline.reports.ticket.KeptTicket;
import io.tideline.reports.ticket.TicketBook;
import io.tideline.reports.ticket.TicketPage;
import io.tideline.reports.ticket.TicketsJson;
import io.tideline.reports.ticket.TicketsReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder of tickets that is kept between runs: {@code tickets.json} and a page for each ticket.
 *
 * <p>Several jobs may write to it at a time: each locks the file {@code .lock} for as long as it
 * reads and writes, and each file appears whole or not at all. A {@code tickets.json} that cannot
 * be read is set aside under another name. Nothing that goes wrong here is a reason not to give a
 * verdict.
 */
public final class TicketFolder {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long RETRY_MILLIS = 50;

  private final Path folder;
  private final Duration patience;

  /** The tickets in {@code folder}, which need not be there yet. */
  public TicketFolder(Path folder) {
    this(folder, PATIENCE);
  }

  TicketFolder(Path folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
  }

  /** Adds a run's findings, and prints what changed or why nothing could. */
  public void note(Analysis analysis, PrintStream out) {
    try {
      List<String> said = add(TicketBook.of(analysis.run(), analysis.verdict()));
      said.forEach(sentence -> out.println("  " + sentence));
    } catch (IOException e) {
      out.println("Tickets not kept: " + e.getMessage());
    }
    out.flush();
  }

  /**
   * Adds the tickets of one run.
   *
   * @return what changed, one sentence each
   * @throws IOException when the folder cannot be used; the message says which and why
   */
  List<String> add(TicketBook run) throws IOException {
    WholeFile.createFolder(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = locked(channel)) {
      return addLocked(run, lock);
    }
  }

  private List<String> addLocked(TicketBook run, FileLock lock) throws IOException {
    if (!lock.isValid()) {
      throw new IOException(folder + ": its lock was lost");
    }
    List<String> said = new ArrayList<>();
    TicketBook before = read(said);
    TicketBook after = before.after(run);
    for (KeptTicket kept : after.tickets()) {
      Path page = folder.resolve(kept.ticket().page());
      if (!before.tickets().contains(kept) || !Files.exists(page)) {
        String notes = Files.exists(page) ? TicketPage.notesIn(WholeFile.text(page)) : "";
        WholeFile.write(page, TicketPage.text(kept, notes));
      }
    }
    WholeFile.write(folder.resolve(TicketsJson.FILE_NAME), TicketsJson.text(after));
    said.addAll(after.changesSince(before));
    return said;
  }

  private FileLock locked(FileChannel channel) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    FileLock lock = tryLock(channel);
    while (lock == null && System.nanoTime() < deadline) {
      try {
        Thread.sleep(RETRY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(folder + ": interrupted while waiting for its lock", e);
      }
      lock = tryLock(channel);
    }
    if (lock == null) {
      throw new IOException(
          folder + ": another job holds its lock for more than " + patience.toSeconds() + " s");
    }
    return lock;
  }

  /** The lock; null while another process, or another thread of this one, has it. */
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private TicketBook read(List<String> said) throws IOException {
    Path file = folder.resolve(TicketsJson.FILE_NAME);
    if (!Files.exists(file)) {
      return TicketBook.empty();
    }
    try {
      return TicketsReader.read(WholeFile.text(file));
    } catch (IOException e) {
      Path aside = aside(file);
      Files.move(file, aside);
      said.add(
          file
              + ": cannot be read as tickets ("
              + e.getMessage()
              + "); set aside as "
              + aside.getFileName()
              + ", and a new one begun");
      return TicketBook.empty();
    }
  }

  private static Path aside(Path file) {
    int number = 1;
    Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + number);
    while (Files.exists(aside)) {
      number++;
      aside = file.resolveSibling(file.getFileName() + ".damaged-" + number);
    }
    return aside;
  }
}
