package io.tideline.reports.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What documents tell to type has to work in a fresh clone, where nothing is installed. */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern OF_A_MODULE = Pattern.compile("mvn [^`|\n]*-pl [^`|\n]*");

  @Test
  void aModuleIsBuiltWithTheModulesThatItNeeds() throws IOException {
    List<String> calls = new ArrayList<>();
    for (Path document : documents()) {
      Matcher call = OF_A_MODULE.matcher(Files.readString(document).replace("\\\n", " "));
      while (call.find()) {
        calls.add(document + ": " + call.group());
      }
    }
    assertThat(calls).hasSizeGreaterThan(5).allMatch(call -> call.contains(" -am"));
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), files)
          .filter(file -> file.toString().matches(".*[.](md|sh)"))
          .toList();
    }
  }
}
