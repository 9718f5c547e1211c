package io.tideline.simulations.run;

import io.tideline.engine.plan.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Where a run takes place.
 *
 * @param root folder of the project: the one with {@code feeders/} in it
 * @param results folder in which Gatling makes one folder for each run
 * @param options what the user set
 * @param environment environment variables, for credentials
 * @param clock for off-peak windows
 */
public record Surroundings(
    Path root, Path results, Options options, Map<String, String> environment, Clock clock) {

  /** Those of this process, as the Maven build passes them on. */
  public static Surroundings ofThisProcess() {
    Properties properties = System.getProperties();
    Map<String, String> given =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty));
    Path root =
        given.containsKey("tideline.root") ? Path.of(given.get("tideline.root")) : projectRoot();
    Path results =
        root.resolve("simulations")
            .resolve(given.getOrDefault("tideline.results", "target/gatling"));
    Options options = new Options(given, System.getenv());
    return new Surroundings(root, results, options, System.getenv(), Clock.systemUTC());
  }

  /** The plan file: the option's, else the project's own. */
  Path planFile() {
    return root.resolve(
        options.value("plan").orElse("simulations/src/test/resources/tideline.conf"));
  }

  /** Where tickets are kept between runs, if they are. */
  Optional<Path> ticketFolder() {
    return options.value("tickets").map(root::resolve);
  }

  private static Path projectRoot() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("feeders"))
          && Files.isRegularFile(folder.resolve("pom.xml"))) {
        return folder;
      }
    }
    return here;
  }
}
