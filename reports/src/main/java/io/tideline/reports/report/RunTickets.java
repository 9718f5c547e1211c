package io.tideline.reports.report;

import io.tideline.reports.stats.WholeFile;
import io.tideline.reports.ticket.KeptTicket;
import io.tideline.reports.ticket.TicketBook;
import io.tideline.reports.ticket.TicketPage;
import io.tideline.reports.ticket.TicketsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tickets of one run, in its {@code tideline} folder: {@code tickets.json}, and a page for each
 * in {@code tickets}, which holds those of this verdict and no others.
 */
final class RunTickets {
  /** Name of the folder of pages within a run's {@code tideline} folder. */
  static final String PAGES = "tickets";

  /** How a page of ours is called: {@code kind-words-fingerprint.md}. */
  private static final String PAGE = "[a-z]+-[a-z0-9-]*-[0-9a-f]{8}\\.md";

  private RunTickets() {}

  static Path write(Path tideline, TicketBook book) throws IOException {
    Path pages = tideline.resolve(PAGES);
    removeOthers(pages, book);
    if (!book.tickets().isEmpty()) {
      WholeFile.createFolder(pages);
    }
    for (KeptTicket kept : book.tickets()) {
      WholeFile.write(pages.resolve(kept.ticket().page()), TicketPage.text(kept, ""));
    }
    return WholeFile.write(tideline.resolve(TicketsJson.FILE_NAME), TicketsJson.text(book));
  }

  private static void removeOthers(Path pages, TicketBook book) throws IOException {
    if (!Files.isDirectory(pages)) {
      return;
    }
    Set<String> wanted =
        book.tickets().stream().map(kept -> kept.ticket().page()).collect(Collectors.toSet());
    List<Path> others = new ArrayList<>();
    try (Stream<Path> files = Files.list(pages)) {
      files
          .filter(file -> file.getFileName().toString().matches(PAGE))
          .filter(file -> !wanted.contains(file.getFileName().toString()))
          .forEach(others::add);
    }
    for (Path other : others) {
      Files.delete(other);
    }
  }
}
