package io.tideline.engine.plan;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Promises as a command line has them, for runs without a plan: the inside of an SLO's block, such
 * as {@code request = "Search", p95 = 300 ms, errors = 1 %}.
 */
public final class SloText {
  private SloText() {}

  /**
   * The promises of all {@code texts}. Whether there are such journeys and requests is not known.
   *
   * @throws PlanException with everything that is wrong with them
   */
  public static List<Slo> parse(List<String> texts) {
    Problems problems = new Problems();
    List<Slo> slos = new ArrayList<>();
    for (String text : texts) {
      try {
        ConfigObject object = ConfigFactory.parseString("{" + text + "\n}").root();
        slos.addAll(SloReader.readFreely(new Node("slo", object, problems)));
      } catch (ConfigException e) {
        problems.add(
            "\""
                + text
                + "\" is no SLO; write for example p95 = 300 ms, errors = 1 %, or with a scope"
                + " request = \"Search\", p99 = 1 s");
      }
    }
    problems.throwIfAny();
    return slos;
  }
}
