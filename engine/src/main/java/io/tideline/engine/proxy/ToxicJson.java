package io.tideline.engine.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.proxy.Toxic.Stream;
import io.tideline.engine.proxy.Toxic.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Proxies and toxics in the JSON of Toxiproxy's HTTP API (Shopify/toxiproxy, api.go). */
public final class ToxicJson {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private ToxicJson() {}

  /** A toxic; whole numbers without a point, as Toxiproxy wants them. */
  public static ObjectNode of(Toxic toxic) {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode attributes = json.putObject("attributes");
    new TreeMap<>(toxic.type().complete(toxic.attributes()))
        .forEach((name, value) -> put(attributes, name, value));
    json.put("name", toxic.name());
    json.put("type", toxic.type().key());
    json.put("stream", toxic.stream().key());
    return put(json, "toxicity", toxic.toxicity());
  }

  private static ObjectNode put(ObjectNode json, String name, double value) {
    return value == Math.rint(value) ? json.put(name, (long) value) : json.put(name, value);
  }

  static ObjectNode of(Proxy proxy) {
    ProxySpec spec = proxy.spec();
    ObjectNode json =
        JSON.createObjectNode()
            .put("name", spec.name())
            .put("listen", spec.listen())
            .put("upstream", spec.upstream())
            .put("enabled", proxy.isEnabled());
    var toxics = json.putArray("toxics");
    proxy.toxics().forEach(toxic -> toxics.add(of(toxic)));
    return json;
  }

  /** Reads a new toxic. */
  static Toxic read(JsonNode json) {
    Type type = type(json.path("type").asText());
    Stream stream = stream(json.path("stream").asText("downstream"));
    String name = json.path("name").asText();
    return new Toxic(
        name.isEmpty() ? type.key() + "_" + stream.key() : name,
        type,
        stream,
        json.path("toxicity").asDouble(1),
        attributes(json, Map.of()));
  }

  /** Reads a change of {@code toxic}: its toxicity and attributes; what is left out stays. */
  static Toxic changed(Toxic toxic, JsonNode json) {
    return new Toxic(
        toxic.name(),
        toxic.type(),
        toxic.stream(),
        json.path("toxicity").asDouble(toxic.toxicity()),
        attributes(json, toxic.attributes()));
  }

  private static Map<String, Double> attributes(JsonNode json, Map<String, Double> before) {
    Map<String, Double> attributes = new HashMap<>(before);
    json.path("attributes")
        .properties()
        .forEach(
            field -> {
              if (!field.getValue().isNumber()) {
                throw ApiRefusal.badBody("attribute " + field.getKey() + " is no number");
              }
              attributes.put(field.getKey(), field.getValue().asDouble());
            });
    return attributes;
  }

  private static Type type(String word) {
    for (Type type : Type.values()) {
      if (type.key().equals(word)) {
        return type;
      }
    }
    throw new ApiRefusal(ApiRefusal.BAD_REQUEST, "invalid toxic type");
  }

  private static Stream stream(String word) {
    for (Stream stream : Stream.values()) {
      if (stream.key().equals(word)) {
        return stream;
      }
    }
    throw new ApiRefusal(
        ApiRefusal.BAD_REQUEST, "stream was invalid, can be either upstream or downstream");
  }
}
