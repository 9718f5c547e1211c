package io.tideline.reports.ticket;

import java.util.List;

/**
 * The numbers can be trusted and answer nothing: nothing was asked, nothing succeeded, what was to
 * be compared is gone, or the load was not the plan's.
 */
record NoEvidence(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "no-evidence";
  }

  @Override
  public String title() {
    return switch (failed.check().metric()) {
          case "asked" -> "Nothing was asked of the run: ";
          case "succeeded" -> "No request succeeded, and no SLO limits errors: ";
          case "requests of the baseline" -> "Key requests of the baseline runs are gone: ";
          case "load of the plan" -> "The load was scaled below the plan: ";
          default -> "Nothing can be compared: ";
        }
        + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    return List.of();
  }

  @Override
  public List<String> suspicions() {
    return List.of();
  }

  @Override
  public List<String> fixes() {
    return switch (failed.check().metric()) {
      case "asked" ->
          List.of(
              "Judge it by an SLO, such as --slo 'p95 = 300 ms, errors = 1 %', or beside a history",
              "Where SLOs were given and none could be answered: run longer, or at a higher rate");
      case "succeeded" ->
          List.of(
              "Look at the errors: most often the address, the credentials or the script are wrong",
              "Limit them with an SLO, such as errors = 1 %");
      case "requests of the baseline" ->
          List.of(
              "Look at what stopped the users before the request",
              "Where it is meant to be gone or has another name, begin a new epoch with history"
                  + " epoch");
      case "load of the plan" ->
          List.of("Let the run go on as planned, or plan the load that is wanted with -Drate");
      default ->
          List.of(
              "Look at what stopped or failed the requests that the other runs have",
              "Run as long, and at the same rate, as they");
    };
  }
}
