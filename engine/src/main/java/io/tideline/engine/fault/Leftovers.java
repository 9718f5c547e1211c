package io.tideline.engine.fault;

import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.proxy.ProxyCounts;
import io.tideline.engine.proxy.Toxic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a keeper left broken because it was killed: its journal says so. Faults of the network are
 * gone with the proxies; the others are put back as the keeper would have done.
 */
final class Leftovers {
  /** How a journal's file is called, in the folder of results. */
  static final String FILES = "keeper-*.journal";

  private Leftovers() {}

  /** The journals in a folder whose keepers are not there any more. */
  static List<Path> in(Path folder) throws IOException {
    List<Path> left = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, FILES)) {
        for (Path file : files) {
          if (!isKept(file)) {
            left.add(file);
          }
        }
      }
    }
    return left;
  }

  private static boolean isKept(Path file) throws IOException {
    Journal.Content content = Journal.read(file);
    return ProcessHandle.of(content.keeper()).isPresent()
        || ProcessHandle.of(content.settings().generator()).isPresent();
  }

  /**
   * Puts back what a journal tells of and takes the file away.
   *
   * @return what was done, in words
   */
  static List<String> putBack(Path file) throws IOException, InterruptedException {
    Journal.Content content = Journal.read(file);
    KeeperSettings settings = content.settings();
    String toxiproxy = settings.toxiproxy();
    Network network = toxiproxy == null ? new GoneNetwork() : new Toxiproxy(toxiproxy);
    List<String> done = new ArrayList<>();
    Guard guard = new Guard(settings.hosts(), Set.of());
    try (Keeper keeper = new Keeper(new Journal(settings), network, guard, report -> {})) {
      for (Journal.Entry entry : content.open()) {
        done.add(entry.fault().name() + ": " + keeper.takeOver(entry));
      }
    }
    return done;
  }

  /** Proxies that are not there any more: nothing on them needs to be taken off. */
  private static final class GoneNetwork implements Network {
    @Override
    public ProxySpec open(ProxySpec spec) throws IOException {
      throw new IOException("the proxies are gone");
    }

    @Override
    public void add(String proxy, Toxic toxic) {}

    @Override
    public void remove(String proxy, String toxic) {}

    @Override
    public void enable(String proxy, boolean enabled) {}

    @Override
    public void upstream(String proxy, String address) {}

    @Override
    public List<ProxyCounts> counts() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
