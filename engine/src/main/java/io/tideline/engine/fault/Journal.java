package io.tideline.engine.fault;

import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.ProxySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a keeper has broken and not put back yet, in a small file that is replaced as a whole at
 * each change, so that another keeper can put it back. The file is there only while a keeper is, or
 * something is left. Any thread may call.
 */
final class Journal {
  private final Path file;
  private final KeeperSettings settings;
  private final List<ProxySpec> proxies = new ArrayList<>();
  private final Map<String, Entry> open = new LinkedHashMap<>();

  Journal(KeeperSettings settings) {
    this.file = Path.of(settings.journal());
    this.settings = settings;
  }

  /** What a file of this kind says. */
  static Content read(Path file) throws IOException {
    try {
      return PlanJson.part(Files.readString(file), Content.class);
    } catch (IOException e) {
      throw new IOException(
          file + ": what is left broken cannot be read; put it back by hand and delete the file",
          e);
    }
  }

  synchronized void proxy(ProxySpec proxy) throws IOException {
    proxies.removeIf(other -> other.name().equals(proxy.name()));
    proxies.add(proxy);
    write();
  }

  /** A fault is about to begin; what it keeps is noted with it. */
  synchronized Note begun(PlannedFault fault, String kept) throws IOException {
    open.put(fault.name(), new Entry(fault, kept));
    write();
    return new Note() {
      @Override
      public String kept() {
        return keptOf(fault.name());
      }

      @Override
      public void keep(String text) throws IOException {
        keptOf(fault, text);
      }
    };
  }

  private synchronized String keptOf(String name) {
    Entry entry = open.get(name);
    return entry == null ? "" : entry.kept();
  }

  private synchronized void keptOf(PlannedFault fault, String text) throws IOException {
    if (open.containsKey(fault.name())) {
      open.put(fault.name(), new Entry(fault, text));
      write();
    }
  }

  /** A fault has been put back. */
  synchronized void ended(String name) throws IOException {
    if (open.remove(name) != null) {
      write();
    }
  }

  /** Takes the file away if nothing is left broken. */
  synchronized void close() throws IOException {
    if (open.isEmpty()) {
      Files.deleteIfExists(file);
    }
  }

  private void write() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Content content =
        new Content(
            settings,
            ProcessHandle.current().pid(),
            List.copyOf(proxies),
            List.copyOf(open.values()));
    Files.writeString(fresh, PlanJson.line(content) + "\n");
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * What is in the file.
   *
   * @param settings of the keeper
   * @param keeper its pid
   * @param proxies that it has opened, with their ports
   * @param open faults that are not put back yet
   */
  record Content(KeeperSettings settings, long keeper, List<ProxySpec> proxies, List<Entry> open) {}

  /**
   * One fault.
   *
   * @param kept what it needs to end
   */
  record Entry(PlannedFault fault, String kept) {}
}
