package io.tideline.engine.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is asked of a run's controls, wherever a server lets it be asked. May be used by
 * several threads.
 */
public final class ControlRoutes {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double LARGEST_FACTOR = 1000;

  private final Controls controls;
  private final byte[] authorization;

  /**
   * @param controls that are asked
   * @param token that every request needs
   */
  public ControlRoutes(Controls controls, String token) {
    this.controls = controls;
    this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The answer to a request, as JSON; without the token a refusal.
   *
   * @param uri what is asked for, {@code /pause} and the like, whatever came before it
   */
  public FullHttpResponse answer(FullHttpRequest request, String uri) {
    FullHttpResponse response = routed(request, uri);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
    return response;
  }

  private FullHttpResponse routed(FullHttpRequest request, String requested) {
    String given = request.headers().get(HttpHeaderNames.AUTHORIZATION, "");
    if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization)) {
      return refusal(
          HttpResponseStatus.UNAUTHORIZED, "the token of " + ControlFile.FILE_NAME + " is needed");
    }
    QueryStringDecoder uri = new QueryStringDecoder(requested);
    boolean read = request.method().equals(HttpMethod.GET);
    boolean write = request.method().equals(HttpMethod.POST);
    return switch (uri.path()) {
      case "/state" -> read ? state(controls.state()) : wrongMethod("GET");
      case "/pause" -> write ? changed(controls::pause) : wrongMethod("POST");
      case "/resume" -> write ? state(controls.resume()) : wrongMethod("POST");
      case "/stop" -> write ? state(controls.stop()) : wrongMethod("POST");
      case "/scale" -> write ? scale(uri.parameters().get("factor")) : wrongMethod("POST");
      default ->
          refusal(
              HttpResponseStatus.NOT_FOUND,
              "there are /state, /pause, /resume, /scale?factor=1.5 and /stop");
    };
  }

  private FullHttpResponse scale(@Nullable List<String> factors) {
    String text = factors == null ? "" : factors.get(0);
    try {
      double factor = Double.parseDouble(text);
      if (factor > 0 && factor <= LARGEST_FACTOR) {
        return changed(() -> controls.scale(factor));
      }
    } catch (NumberFormatException notANumber) {
      return refusal(HttpResponseStatus.BAD_REQUEST, "factor \"" + text + "\" is no number");
    }
    return refusal(
        HttpResponseStatus.BAD_REQUEST, "factor " + text + " is not above 0 and at most 1000");
  }

  private static FullHttpResponse changed(Supplier<RunState> change) {
    try {
      return state(change.get());
    } catch (IllegalArgumentException notPossible) {
      return refusal(HttpResponseStatus.CONFLICT, String.valueOf(notPossible.getMessage()));
    }
  }

  private static FullHttpResponse wrongMethod(String method) {
    return refusal(HttpResponseStatus.METHOD_NOT_ALLOWED, "use " + method);
  }

  private static FullHttpResponse refusal(HttpResponseStatus status, String reason) {
    return json(status, Map.of("error", reason));
  }

  private static FullHttpResponse state(RunState state) {
    return json(HttpResponseStatus.OK, state);
  }

  private static FullHttpResponse json(HttpResponseStatus status, Object value) {
    try {
      byte[] bytes = JSON.writeValueAsBytes(value);
      return new DefaultFullHttpResponse(
          HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(bytes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a state is always JSON", e);
    }
  }
}
