package io.tideline.feeders;

import io.tideline.fixtures.data.MediaBytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the CSV files that are small enough to be held as objects. */
final class SmallFiles {

  static final List<String> MEDIA_HEADER = List.of("fileName", "contentType", "bytes", "seed");
  static final List<String> SEARCHES_HEADER = List.of("term", "finds");
  static final List<String> TAGS_HEADER = List.of("tag");

  private SmallFiles() {}

  static Rows<MediaRow> media(Path path, Problems problems) throws FeederException {
    return read(
        new CsvFile(path, MEDIA_HEADER, problems),
        row ->
            new MediaRow(
                row.text(0),
                row.text(1),
                (int) row.number(2, MediaBytes.LEAST, Integer.MAX_VALUE),
                row.number(3, 0, Long.MAX_VALUE)));
  }

  static Rows<SearchRow> searches(Path path, Problems problems) throws FeederException {
    return read(
        new CsvFile(path, SEARCHES_HEADER, problems),
        row -> new SearchRow(row.text(0), row.flag(1)));
  }

  static Rows<String> tags(Path path, Problems problems) throws FeederException {
    return read(new CsvFile(path, TAGS_HEADER, problems), row -> row.text(0));
  }

  private static <T> Rows<T> read(CsvFile file, Function<CsvRow, T> toRow) {
    List<T> rows = new ArrayList<>();
    file.read((row, position) -> rows.add(toRow.apply(row)));
    return new Rows<>(rows);
  }
}
