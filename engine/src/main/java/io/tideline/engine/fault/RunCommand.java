package io.tideline.engine.fault;

import io.tideline.engine.plan.CommandFault;
import java.io.IOException;

/** A command, and the one that reverts it. */
final class RunCommand implements Fault {
  private final CommandFault spec;

  RunCommand(CommandFault spec) {
    this.spec = spec;
  }

  @Override
  public String begin() throws IOException, InterruptedException {
    return Command.run(spec.begin(), spec.timeout());
  }

  @Override
  public String end() throws IOException, InterruptedException {
    return spec.end().isEmpty() ? "nothing to revert" : Command.run(spec.end(), spec.timeout());
  }
}
