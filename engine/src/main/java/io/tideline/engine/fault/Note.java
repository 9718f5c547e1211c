package io.tideline.engine.fault;

import java.io.IOException;

/** What a fault has to know to end, kept where another process finds it. */
public interface Note {

  /** What was kept last, by this process or the one before; empty for nothing. */
  String kept();

  /** Keeps {@code text} in place of what was kept before; it is safe when this returns. */
  void keep(String text) throws IOException;
}
