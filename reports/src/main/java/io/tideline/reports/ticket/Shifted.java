package io.tideline.reports.ticket;

import java.util.List;

/** The same confirmed regression in three runs in a row or more. */
record Shifted(FailedCheck failed) implements Finding {

  @Override
  public String kind() {
    return "shift";
  }

  @Override
  public String title() {
    return "A lasting shift in " + failed.where();
  }

  @Override
  public Severity severity() {
    return new BecameSlower(failed).severity();
  }

  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    return new BecameSlower(failed).evidence();
  }

  @Override
  public List<String> suspicions() {
    return List.of();
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Look at what was deployed or configured before the first of these runs",
        "If the shift is wanted, accept it with the command above: it begins a new epoch of the"
            + " baseline, and takes over the runs that were made since");
  }
}
