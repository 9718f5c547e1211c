package io.tideline.simulations.full;

import io.tideline.simulations.full.Outcome.Result;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was tried, what came, and what is missing: one table, printed at the end of a full run. */
public final class ExamTable {
  /** All classes with exams, in the order of the table. */
  static final List<String> CLASSES =
      List.of(
          "ScenariosIT",
          "ResilienceIT",
          "ScaledIT",
          "SoaksIT",
          "RehearsalIT",
          "RegressionIT",
          "KillsIT",
          "OtherExamsIT");

  private static final String FILE_NAME = "table.md";
  private static final int SECONDS_OF_A_MINUTE = 60;

  private ExamTable() {}

  /** Prints the table; ends with 1 where something is missing or failed. */
  public static void main(String[] args) throws Exception {
    Ledger ledger = FullRun.ledger();
    System.out.println();
    System.out.println(of(ledger));
    System.out.println("In " + write(ledger));
  }

  /** Writes it beside the ledger. */
  static Path write(Ledger ledger) throws IOException {
    Files.createDirectories(FullRun.folder());
    return Files.writeString(FullRun.folder().resolve(FILE_NAME), of(ledger));
  }

  static String of(Ledger ledger) {
    return of(expected(), ledger.outcomes(), ledger.source());
  }

  static String of(Map<String, String> expected, Map<String, Outcome> outcomes, String source) {
    Map<String, String> names = new LinkedHashMap<>(expected);
    outcomes.keySet().forEach(exam -> names.putIfAbsent(exam, ""));
    StringBuilder text = new StringBuilder("Full run of source " + source + ": ");
    text.append(count(outcomes, Result.PASSED)).append(" passed, ");
    text.append(count(outcomes, Result.FAILED)).append(" failed, ");
    text.append(count(outcomes, Result.NOT_JUDGED)).append(" not judged, ");
    text.append(names.keySet().stream().filter(exam -> !outcomes.containsKey(exam)).count());
    text.append(" not tried, of ").append(names.size()).append("\n\n");
    text.append(
        "| exam | of | result | begun | minutes | what came |\n|---|---|---|---|---|---|\n");
    names.forEach((exam, of) -> text.append(row(exam, of, outcomes.get(exam))));
    return text.toString();
  }

  private static long count(Map<String, Outcome> outcomes, Result result) {
    return outcomes.values().stream().filter(outcome -> outcome.result() == result).count();
  }

  private static String row(String exam, String of, Outcome outcome) {
    if (outcome == null) {
      return "| " + exam + " | " + cell(of) + " | not tried | | | |\n";
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %.1f | %s |%n",
        exam,
        cell(of),
        outcome.result().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        outcome.begun(),
        outcome.seconds() / SECONDS_OF_A_MINUTE,
        cell(outcome.came()));
  }

  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|");
  }

  /** The ids of all exams, each with the parameters of its invocation. */
  static Map<String, String> expected() {
    Map<String, String> exams = new LinkedHashMap<>();
    for (String name : CLASSES) {
      Class<?> type;
      try {
        type = Class.forName("io.tideline.simulations." + name);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(
            "ExamTable.CLASSES names " + name + ", which is not there", e);
      }
      Stream.of(type.getDeclaredMethods())
          .sorted((one, other) -> one.getName().compareTo(other.getName()))
          .forEach(method -> add(exams, type, method));
    }
    return exams;
  }

  private static void add(Map<String, String> exams, Class<?> type, Method method) {
    String id = type.getSimpleName() + "." + method.getName();
    if (method.isAnnotationPresent(Test.class)) {
      exams.put(id, "");
      return;
    }
    List<String> parameters = parameters(type, method);
    for (int i = 0; i < parameters.size(); i++) {
      exams.put(id + "[" + (i + 1) + "]", parameters.get(i));
    }
  }

  private static List<String> parameters(Class<?> type, Method method) {
    ValueSource values = method.getAnnotation(ValueSource.class);
    CsvSource rows = method.getAnnotation(CsvSource.class);
    MethodSource made = method.getAnnotation(MethodSource.class);
    List<String> all = new ArrayList<>();
    if (values != null) {
      all.addAll(Arrays.asList(values.strings()));
    } else if (rows != null) {
      all.addAll(Arrays.asList(rows.value()));
    } else if (made != null) {
      made(type, made.value()[0]).forEachRemaining(each -> all.add(String.valueOf(each)));
    }
    return all;
  }

  private static Iterator<?> made(Class<?> type, String method) {
    try {
      Method source = type.getDeclaredMethod(method);
      source.setAccessible(true);
      return ((BaseStream<?, ?>) source.invoke(null)).iterator();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + "." + method + " gives no stream of parameters", e);
    }
  }
}
