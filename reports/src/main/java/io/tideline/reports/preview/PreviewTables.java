package io.tideline.reports.preview;

import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable.Cell;
import java.util.List;

/** The tables of a preview: phases, journeys, caps. */
final class PreviewTables {
  private PreviewTables() {}

  static List<Sheet> of(Preview preview) {
    return List.of(phases(preview), journeys(preview), caps(preview));
  }

  private static Sheet phases(Preview preview) {
    Totals totals = preview.totals();
    return new Sheet(
        List.of("Phase", "Start", "Length", "Users/s", "Peak", "Users", ""),
        preview.phases().stream().map(PreviewTables::phase).toList(),
        List.of(
            "All phases",
            "",
            Amounts.duration(totals.duration()),
            "",
            Amounts.rate(totals.peakRate()),
            Amounts.number(totals.users()),
            ""));
  }

  private static List<Cell> phase(PhaseLine phase) {
    return Sheet.row(
        phase.name(),
        Amounts.duration(phase.start()),
        Amounts.duration(phase.length()),
        phase.rates(),
        Amounts.rate(phase.peakRate()),
        Amounts.number(phase.users()),
        phase.warmUp() ? "not judged" : "");
  }

  private static Sheet journeys(Preview preview) {
    Totals totals = preview.totals();
    return new Sheet(
        List.of("Journey", "Users", "Requests", "Bytes", ""),
        preview.journeys().stream().map(PreviewTables::journey).toList(),
        List.of(
            "All journeys",
            Amounts.number(totals.users()),
            Amounts.sum(Amounts.number(totals.requests()), totals),
            Amounts.sum(Amounts.bytes(totals.bytes()), totals),
            ""));
  }

  private static List<Cell> journey(JourneyLine journey) {
    return Sheet.row(
        journey.name(),
        Amounts.number(journey.users()),
        Amounts.of(journey, Amounts.number(Math.round(journey.requests()))),
        Amounts.of(journey, Amounts.bytes(journey.bytes())),
        journey.isKnown() ? "" : "unknown");
  }

  private static Sheet caps(Preview preview) {
    return new Sheet(
        List.of("Cap", "Planned", "Allowed", "Headroom"),
        preview.caps().stream().map(PreviewTables::cap).toList(),
        List.of());
  }

  private static List<Cell> cap(CapLine cap) {
    return List.of(
        Cell.of(cap.name()),
        Cell.of(cap.planned()),
        Cell.of(cap.allowed()),
        new Cell(cap.headroom(), cap.isPassed() ? Ink.BAD : Ink.GOOD));
  }
}
