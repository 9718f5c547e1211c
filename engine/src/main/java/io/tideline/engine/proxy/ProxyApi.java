package io.tideline.engine.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.plan.ProxySpec.Protocol;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Steers proxies as Toxiproxy's HTTP API does, with its paths, JSON and statuses (Shopify/toxiproxy
 * 2.12, api.go), so that its clients work. Besides it a new proxy may name its {@code protocol}.
 */
final class ProxyApi {
  /** The release of Toxiproxy that this is compatible with; its clients compare it. */
  static final String VERSION = "2.12.0";

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int TO_TOXICS = 3;
  private static final int TO_TOXIC = 4;

  private final Proxies proxies;

  ProxyApi(Proxies proxies) {
    this.proxies = proxies;
  }

  /** Answers one call. */
  Answer call(String method, String path, String body) {
    try {
      return route(method, path.substring(1).split("/", -1), body);
    } catch (ApiRefusal e) {
      return refusal(e.status(), String.valueOf(e.getMessage()));
    } catch (IOException | IllegalArgumentException e) {
      return refusal(ApiRefusal.FAULT, String.valueOf(e.getMessage()));
    }
  }

  private static Answer refusal(int status, String sentence) {
    return new Answer(
        status, ToxicJson.JSON.createObjectNode().put("error", sentence).put("status", status));
  }

  private Answer route(String method, String[] path, String body) throws IOException {
    return switch (path[0]) {
      case "version" -> get(method, ToxicJson.JSON.createObjectNode().put("version", VERSION));
      case "reset" -> reset(method);
      case "populate" -> populate(method, body);
      case "proxies" -> {
        boolean toxics = path.length >= TO_TOXICS && path[2].equals("toxics");
        if (path.length == 1) {
          yield all(method, body);
        } else if (path.length == 2) {
          yield one(method, find(path[1]), body);
        } else if (toxics && path.length == TO_TOXICS) {
          yield toxics(method, find(path[1]), body);
        } else if (toxics && path.length == TO_TOXIC) {
          yield toxic(method, find(path[1]), path[TO_TOXICS], body);
        }
        throw new ApiRefusal(ApiRefusal.NOT_FOUND, "there is no such path");
      }
      default -> throw new ApiRefusal(ApiRefusal.NOT_FOUND, "there is no such path");
    };
  }

  private static Answer get(String method, JsonNode answer) {
    if (!method.equals("GET")) {
      throw notAllowed();
    }
    return new Answer(OK, answer);
  }

  private static ApiRefusal notAllowed() {
    return new ApiRefusal(ApiRefusal.NOT_ALLOWED, "method not allowed");
  }

  private Answer reset(String method) throws IOException {
    if (!method.equals("POST")) {
      throw notAllowed();
    }
    proxies.reset();
    return new Answer(NO_CONTENT, null);
  }

  /** Creates each proxy that is not there as it is named, in place of another of its name. */
  private Answer populate(String method, String body) throws IOException {
    if (!method.equals("POST")) {
      throw notAllowed();
    }
    ArrayNode made = ToxicJson.JSON.createArrayNode();
    for (JsonNode json : json(body)) {
      ProxySpec spec = spec(json);
      boolean enabled = json.path("enabled").asBoolean(true);
      Proxy there = proxies.find(spec.name()).orElse(null);
      boolean same =
          there != null
              && there.spec().listen().equals(spec.listen())
              && there.spec().upstream().equals(spec.upstream());
      if (!same) {
        proxies.delete(spec.name());
        proxies.put(spec, enabled);
      } else {
        proxies.enable(spec.name(), enabled);
      }
      made.add(ToxicJson.of(find(spec.name())));
    }
    ObjectNode answer = ToxicJson.JSON.createObjectNode();
    answer.set("proxies", made);
    return new Answer(CREATED, answer);
  }

  private Answer all(String method, String body) throws IOException {
    if (method.equals("POST")) {
      JsonNode json = json(body);
      ProxySpec spec = spec(json);
      if (!proxies.put(spec, json.path("enabled").asBoolean(true))) {
        throw new ApiRefusal(ApiRefusal.CONFLICT, "proxy already exists");
      }
      return new Answer(CREATED, ToxicJson.of(find(spec.name())));
    }
    ObjectNode answer = ToxicJson.JSON.createObjectNode();
    proxies.all().forEach(proxy -> answer.set(proxy.spec().name(), ToxicJson.of(proxy)));
    return get(method, answer);
  }

  private Answer one(String method, Proxy proxy, String body) throws IOException {
    switch (method) {
      case "POST", "PATCH" -> change(proxy, json(body));
      case "DELETE" -> {
        proxies.delete(proxy.spec().name());
        return new Answer(NO_CONTENT, null);
      }
      default -> {
        return get(method, ToxicJson.of(proxy));
      }
    }
    return new Answer(OK, ToxicJson.of(proxy));
  }

  private static void change(Proxy proxy, JsonNode json) throws IOException {
    ProxySpec before = proxy.spec();
    boolean enabled = json.path("enabled").asBoolean(proxy.isEnabled());
    String listen = json.path("listen").asText(before.listen());
    String upstream = json.path("upstream").asText(before.upstream());
    if (!listen.equals(before.listen()) || !upstream.equals(before.upstream())) {
      proxy.move(listen, upstream);
    }
    if (enabled) {
      proxy.enable();
    } else {
      proxy.disable();
    }
  }

  private Answer toxics(String method, Proxy proxy, String body) throws IOException {
    if (method.equals("POST")) {
      Toxic toxic = ToxicJson.read(json(body));
      if (proxy.toxics().stream().anyMatch(other -> other.name().equals(toxic.name()))) {
        throw new ApiRefusal(ApiRefusal.CONFLICT, "toxic already exists");
      }
      if (toxic.type().isHttp() && proxy.spec().protocol() != Protocol.HTTP) {
        throw new ApiRefusal(ApiRefusal.BAD_REQUEST, "the proxy does not read http");
      }
      proxies.add(proxy.spec().name(), toxic);
      return new Answer(OK, ToxicJson.of(toxic));
    }
    ArrayNode all = ToxicJson.JSON.createArrayNode();
    proxy.toxics().forEach(toxic -> all.add(ToxicJson.of(toxic)));
    return get(method, all);
  }

  private Answer toxic(String method, Proxy proxy, String name, String body) throws IOException {
    Toxic toxic =
        proxy.toxics().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ApiRefusal(ApiRefusal.NOT_FOUND, "toxic not found"));
    switch (method) {
      case "POST", "PATCH" -> {
        Toxic changed = ToxicJson.changed(toxic, json(body));
        proxies.add(proxy.spec().name(), changed);
        return new Answer(OK, ToxicJson.of(changed));
      }
      case "DELETE" -> {
        proxies.remove(proxy.spec().name(), name);
        return new Answer(NO_CONTENT, null);
      }
      default -> {
        return get(method, ToxicJson.of(toxic));
      }
    }
  }

  private Proxy find(String name) {
    return proxies
        .find(name)
        .orElseThrow(() -> new ApiRefusal(ApiRefusal.NOT_FOUND, "proxy not found"));
  }

  private static JsonNode json(String body) {
    try {
      return ToxicJson.JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw ApiRefusal.badBody(e.getOriginalMessage());
    }
  }

  private static ProxySpec spec(JsonNode json) {
    for (String field : new String[] {"name", "upstream"}) {
      if (json.path(field).asText().isEmpty()) {
        throw new ApiRefusal(ApiRefusal.BAD_REQUEST, "missing required field: " + field);
      }
    }
    String protocol = json.path("protocol").asText(Protocol.TCP.key());
    String listen = json.path("listen").asText();
    return new ProxySpec(
        json.path("name").asText(),
        listen.isEmpty() ? "127.0.0.1:0" : listen,
        json.path("upstream").asText(),
        protocol(protocol));
  }

  private static Protocol protocol(String word) {
    return Map.of("tcp", Protocol.TCP, "http", Protocol.HTTP, "postgresql", Protocol.POSTGRESQL)
        .getOrDefault(word.toLowerCase(Locale.ROOT), Protocol.TCP);
  }

  /**
   * What is answered.
   *
   * @param body null for none
   */
  record Answer(int status, @Nullable JsonNode body) {}
}
