package io.tideline.engine.search;

import java.util.List;

/** What became of a load that was offered. */
public sealed interface StepVerdict {

  /** One sentence. */
  String sentence();

  /**
   * The target held it.
   *
   * @param unjudged sentences on promises that could not be judged: too few requests
   */
  record Good(List<String> unjudged) implements StepVerdict {
    public Good {
      unjudged = List.copyOf(unjudged);
    }

    @Override
    public String sentence() {
      return unjudged.isEmpty() ? "good" : "good; not judged: " + String.join("; ", unjudged);
    }
  }

  /**
   * The target did not hold it.
   *
   * @param breaches at least one, the one farthest over its limit first
   */
  record Bad(List<Breach> breaches) implements StepVerdict {
    public Bad {
      breaches = List.copyOf(breaches);
    }

    @Override
    public String sentence() {
      return "bad: " + String.join("; ", breaches.stream().map(Breach::sentence).toList());
    }
  }

  /** The generator could not offer it: nothing follows about the target. */
  record Saturated(String why) implements StepVerdict {
    @Override
    public String sentence() {
      return "generator saturated: " + why;
    }
  }
}
