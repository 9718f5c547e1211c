package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import java.util.Locale;

/**
 * Finds the requests of HTTP/1.1 (RFC 9112) by their heads, lengths and chunks. What is no such
 * request, or was granted another protocol, is one request without an end.
 */
final class HttpScanner implements RequestScanner {
  private static final int LONGEST_LINE = 8192;
  private static final int DECIMAL = 10;
  private static final int HEX = 16;

  /** Where in a request the next byte is. */
  private enum Place {
    BETWEEN,
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    TRAILER,
    TUNNEL
  }

  private final StringBuilder line = new StringBuilder();
  private Place place = Place.BETWEEN;
  private boolean firstLine;
  private boolean chunked;
  private boolean tunnel;
  private long left;
  private long requests;

  @Override
  public int scan(ByteBuf bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (place == Place.BETWEEN) {
        begin();
      }
      if (place == Place.TUNNEL) {
        return to;
      }
      if (place == Place.BODY || place == Place.CHUNK) {
        long taken = Math.min(left, to - at);
        left -= taken;
        at += (int) taken;
        if (left == 0) {
          place = place == Place.BODY ? Place.BETWEEN : Place.CHUNK_SIZE;
        }
      } else {
        at++;
        take(bytes.getByte(at - 1));
      }
      if (place == Place.BETWEEN) {
        return at;
      }
    }
    return at;
  }

  private void begin() {
    place = Place.HEAD;
    firstLine = true;
    chunked = false;
    tunnel = false;
    left = 0;
    requests++;
  }

  private void take(byte next) {
    if (next != '\n') {
      if (next != '\r') {
        line.append((char) (next & 0xFF));
      }
      if (line.length() > LONGEST_LINE) {
        place = Place.TUNNEL;
      }
      return;
    }
    String text = line.toString();
    line.setLength(0);
    switch (place) {
      case HEAD -> head(text);
      case CHUNK_SIZE -> chunkSize(text);
      default -> place = text.isEmpty() ? Place.BETWEEN : Place.TRAILER;
    }
  }

  private void head(String text) {
    if (firstLine) {
      firstLine = text.isEmpty();
      tunnel = text.startsWith("CONNECT ") || text.startsWith("PRI ");
    } else if (text.isEmpty()) {
      boolean body = left > 0;
      place =
          tunnel ? Place.TUNNEL : chunked ? Place.CHUNK_SIZE : body ? Place.BODY : Place.BETWEEN;
    } else {
      field(text.toLowerCase(Locale.ROOT));
    }
  }

  private void field(String text) {
    int colon = text.indexOf(':');
    String value = text.substring(colon + 1).strip();
    switch (colon < 0 ? "" : text.substring(0, colon)) {
      case "content-length" -> left = number(value, DECIMAL);
      case "transfer-encoding" -> chunked = value.endsWith("chunked");
      default -> {}
    }
  }

  private void chunkSize(String text) {
    int semicolon = text.indexOf(';');
    String size = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
    if (size.isEmpty()) {
      return; // the end of the line behind a chunk
    }
    left = number(size, HEX);
    place = left == 0 ? Place.TRAILER : Place.CHUNK;
  }

  private long number(String text, int radix) {
    try {
      return Math.max(0, Long.parseLong(text, radix));
    } catch (NumberFormatException e) {
      tunnel = true;
      return 0;
    }
  }

  /** The server has switched protocols: what follows is not looked at. */
  void switched() {
    place = Place.TUNNEL;
  }

  @Override
  public boolean isBetween() {
    return place == Place.BETWEEN;
  }

  @Override
  public long requests() {
    return requests;
  }
}
