package io.tideline.reports.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Remarks on the slices of which a run was merged: whether they belong together, and what of them
 * could not be summed.
 *
 * @param remarks none when there is nothing to say, and for a run that was not merged
 */
public record Joint(List<Remark> remarks) {
  /** Nothing to say. */
  public static final Joint NONE = new Joint(List.of());

  public Joint {
    remarks = List.copyOf(remarks);
  }

  /** Weight of a remark. */
  public enum Weight {
    /** The sum proves nothing. */
    PROBLEM,
    /** The sum holds, and should be read with care. */
    WARNING,
    /** Information on how the sum was made. */
    NOTE
  }

  /**
   * A remark.
   *
   * @param weight of it
   * @param about subject in one word, such as {@code target}
   * @param sentence for a reader
   */
  public record Remark(Weight weight, String about, String sentence) {}

  ArrayNode json() {
    ArrayNode json = JsonText.object().arrayNode();
    for (Remark remark : remarks) {
      json.addObject()
          .put("weight", remark.weight().name().toLowerCase(Locale.ROOT))
          .put("about", remark.about())
          .put("sentence", remark.sentence());
    }
    return json;
  }

  /** What {@link #json} made; a run without it has no remarks. */
  static Joint read(JsonNode json) {
    List<Remark> remarks = new ArrayList<>();
    json.forEach(
        each ->
            remarks.add(
                new Remark(
                    Weight.valueOf(JsonFields.text(each, "weight").toUpperCase(Locale.ROOT)),
                    JsonFields.text(each, "about"),
                    JsonFields.text(each, "sentence"))));
    return new Joint(remarks);
  }

  /** Collects remarks. */
  static final class Builder {
    private final List<Remark> remarks = new ArrayList<>();

    void problem(String about, String sentence) {
      add(Weight.PROBLEM, about, sentence);
    }

    void warning(String about, String sentence) {
      add(Weight.WARNING, about, sentence);
    }

    void note(String about, String sentence) {
      add(Weight.NOTE, about, sentence);
    }

    private void add(Weight weight, String about, String sentence) {
      remarks.add(new Remark(weight, about, sentence));
    }

    Joint build() {
      return new Joint(remarks);
    }
  }
}
