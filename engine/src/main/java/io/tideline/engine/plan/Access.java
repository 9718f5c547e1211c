package io.tideline.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source of resources wants to see before it tells anything. It names environment variables
 * and never holds what is in them.
 *
 * @param headers request header to the variable with its value
 * @param bearer variable with a token for {@code Authorization: Bearer}; null for none
 * @param basic variable with {@code user:password} for {@code Authorization: Basic}; null for none
 */
public record Access(Map<String, String> headers, @Nullable String bearer, @Nullable String basic) {
  /** For a source that tells everybody. */
  public static final Access OPEN = new Access(Map.of(), null, null);

  public Access {
    headers = Map.copyOf(headers);
  }

  /** Names of all variables that must be set. */
  public List<String> variables() {
    List<String> names = new ArrayList<>(headers.values().stream().sorted().toList());
    if (bearer != null) {
      names.add(bearer);
    }
    if (basic != null) {
      names.add(basic);
    }
    return names;
  }
}
