package io.tideline.engine.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands, from its log and its injection.
 *
 * @param load what the injection tells; null for a run that Tideline only watches
 * @param log what has been read
 * @param slos how each SLO stands
 * @param recent the last seconds
 */
public record LiveState(
    @Nullable LoadState load, LogState log, List<SloState> slos, Recent recent) {
  public LiveState {
    slos = List.copyOf(slos);
  }
}
