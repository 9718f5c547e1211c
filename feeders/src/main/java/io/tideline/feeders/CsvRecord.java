package io.tideline.feeders;

import java.util.List;

/** A line of a CSV file that was read: the line it begins on, counted from 1, and its fields. */
record CsvRecord(long line, List<String> fields) {}
