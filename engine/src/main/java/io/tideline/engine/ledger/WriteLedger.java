package io.tideline.engine.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tideline.engine.ledger.Write.State;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@code tideline/acknowledged.jsonl} while a run goes on. To tell it of a write costs an
 * entry in a queue; a thread of its own appends to the file twice a second, so a killed generator
 * loses half a second of lines at most. A write that was sent and of which nothing more was told is
 * unknown when the ledger is closed. Safe for use by several threads.
 */
public final class WriteLedger implements AutoCloseable {

  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "acknowledged.jsonl";

  private static final Logger LOG = LoggerFactory.getLogger(WriteLedger.class);
  private static final Duration FLUSH_EVERY = Duration.ofMillis(500);

  private final Supplier<Optional<Path>> folder;
  private final Clock clock;
  private final String run;
  private final Map<String, Sent> open = new ConcurrentHashMap<>();
  private final Queue<Write> told = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::flushAgainAndAgain, "write-ledger");
  private @Nullable BufferedWriter file;
  private volatile boolean closed;

  private record Sent(String kind, long account) {}

  /**
   * @param folder the run's {@code tideline} folder, once there is one
   */
  public WriteLedger(Supplier<Optional<Path>> folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.run = Long.toString(clock.millis(), Character.MAX_RADIX);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * A write is about to be sent.
   *
   * @param account index of the account; writes each kind once
   * @return the key to send it with; no other run has the same
   */
  public String sent(String kind, long account) {
    String key = run + "-" + account + "-" + kind;
    open.put(key, new Sent(kind, account));
    return key;
  }

  /** The target said that it is done. */
  public void acknowledged(String key, String id) {
    tell(key, State.ACKNOWLEDGED, id);
  }

  /** There will be no answer any more; nothing where there has been one. */
  public void givenUp(String key) {
    tell(key, State.UNKNOWN, null);
  }

  private void tell(String key, State state, @Nullable String id) {
    Sent sent = open.remove(key);
    if (sent != null) {
      told.add(new Write(state, sent.kind, key, id, sent.account, clock.instant()));
    }
  }

  private void flushAgainAndAgain() {
    try {
      while (!closed) {
        Thread.sleep(FLUSH_EVERY.toMillis());
        flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void flush() {
    Optional<Path> results = told.isEmpty() ? Optional.empty() : folder.get();
    if (results.isEmpty()) {
      return;
    }
    try {
      BufferedWriter lines = opened(results.get());
      for (Write write = told.poll(); write != null; write = told.poll()) {
        lines.write(line(write));
      }
      lines.flush();
    } catch (IOException e) {
      LOG.warn("acknowledged writes are not on record: {}", e.toString());
    }
  }

  private BufferedWriter opened(Path results) throws IOException {
    BufferedWriter opened = file;
    if (opened == null) {
      Files.createDirectories(results);
      opened =
          Files.newBufferedWriter(
              results.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      file = opened;
    }
    return opened;
  }

  private static String line(Write write) throws JsonProcessingException {
    return LedgerJson.MAPPER.writeValueAsString(write) + "\n";
  }

  /** Puts down what is open as unknown, and closes the file. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    thread.interrupt();
    open.keySet().forEach(this::givenUp);
    flush();
    BufferedWriter opened = file;
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException e) {
        LOG.warn("the end of the acknowledged writes is not on record: {}", e.toString());
      }
    }
  }
}
