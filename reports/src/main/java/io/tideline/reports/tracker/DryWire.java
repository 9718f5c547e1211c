package io.tideline.reports.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tideline.reports.stats.JsonText;
import java.io.PrintStream;

/**
 * Prints each call and sends none. Nothing is known of what the tracker holds, so that every ticket
 * is shown as a new one.
 */
public final class DryWire implements Wire {
  private final String base;
  private final PrintStream out;

  /** A wire that shows what would go to {@code base}. */
  public DryWire(String base, PrintStream out) {
    this.base = base;
    this.out = out;
  }

  @Override
  public JsonNode send(Call call) {
    out.println(call.method() + " " + base + call.path());
    if (call.body() != null) {
      out.print(JsonText.of(call.body()));
    }
    out.println();
    return MissingNode.getInstance();
  }
}
