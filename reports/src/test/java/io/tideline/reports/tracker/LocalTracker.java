package io.tideline.reports.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A tracker on this machine that takes what the real one takes and nothing else: paths, headers,
 * and the fields of each body. What is wrong with a request becomes its answer, with status 400.
 */
abstract class LocalTracker implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** What it was asked, each as method and path. */
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  private final Deque<Answer> instead = new ArrayDeque<>();
  private final HttpServer server;

  /** An answer. */
  record Answer(int status, Map<String, String> headers, String body, long delayMillis) {
    static Answer json(int status, Object body) {
      return new Answer(status, Map.of(), String.valueOf(body), 0);
    }
  }

  LocalTracker() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next answers are these, whatever is asked. */
  void answerInstead(Answer... answers) {
    instead.addAll(Arrays.asList(answers));
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    requests.add(exchange.getRequestMethod() + " " + path);
    Answer answer;
    byte[] sent = exchange.getRequestBody().readAllBytes();
    try {
      JsonNode body = sent.length == 0 ? null : JSON.readTree(sent);
      answer = instead.isEmpty() ? answer(exchange, body) : instead.poll();
    } catch (AssertionError | RuntimeException e) {
      answer = Answer.json(400, JSON.createObjectNode().put("message", String.valueOf(e)));
    }
    reply(exchange, answer);
  }

  private static void reply(HttpExchange exchange, Answer answer) throws IOException {
    try {
      Thread.sleep(answer.delayMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  /** The answer to a request that is as the real tracker wants it. */
  abstract Answer answer(HttpExchange exchange, JsonNode body) throws IOException;

  static void expect(boolean met, String otherwise) {
    if (!met) {
      throw new AssertionError(otherwise);
    }
  }

  static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  /** That {@code body} has these fields and no others. */
  static void expectFields(JsonNode body, Set<String> required, Set<String> optional) {
    expect(body != null && body.isObject(), "no JSON object");
    Set<String> names = new TreeSet<>();
    body.fieldNames().forEachRemaining(names::add);
    expect(names.containsAll(required), "missing of " + required + ": " + names);
    names.removeAll(required);
    names.removeAll(optional);
    expect(names.isEmpty(), "unknown " + names);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
