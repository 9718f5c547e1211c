package io.tideline.engine.resource;

import io.tideline.engine.plan.Access;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what protected sources want to see. What it finds goes into requests to that source, and
 * into nothing else: no message of this class holds a value.
 *
 * @param environment a variable's name to its value, or to null
 */
record Secrets(UnaryOperator<@Nullable String> environment) {
  private static final Set<String> OURS =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  /** Request headers with their values; a variable that is not set gives none. */
  Map<String, String> headers(Access access) {
    Map<String, String> headers = new LinkedHashMap<>();
    access.headers().forEach((header, variable) -> put(headers, header, value(variable), ""));
    put(headers, "Authorization", value(access.bearer()), "Bearer ");
    String login = value(access.basic());
    if (login != null) {
      byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
      headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return headers;
  }

  private static void put(
      Map<String, String> headers, String header, @Nullable String value, String before) {
    if (value != null && isSendable(value)) {
      headers.put(header, before + value);
    }
  }

  /** What is wrong with them, a sentence each. */
  List<String> problems(Access access) {
    List<String> problems = new ArrayList<>();
    for (String header : access.headers().keySet()) {
      boolean token = header.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
      if (!token || OURS.contains(header.toLowerCase(Locale.ROOT))) {
        problems.add("there can be no header " + header + "; name one such as X-Api-Key");
      }
    }
    for (String variable : access.variables()) {
      String value = value(variable);
      if (value == null) {
        problems.add("environment variable " + variable + " is not set; export it before the run");
      } else if (!isSendable(value) && !variable.equals(access.basic())) {
        problems.add(
            "what is in the environment variable "
                + variable
                + " cannot be sent in a header; it may hold visible ASCII characters only");
      }
    }
    return problems;
  }

  /** A client that refuses a header says what it was, which would be in a file then. */
  private static boolean isSendable(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private @Nullable String value(@Nullable String variable) {
    String value = variable == null ? null : environment.apply(variable);
    return value == null || value.isEmpty() ? null : value;
  }
}
