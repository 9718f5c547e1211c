package io.tideline.engine.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyKindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | X-Cache          | hit                          | HIT",
        "200 | X-Cache          | Hit from cloudfront          | HIT",
        "200 | X-Cache          | TCP_MISS from a.example      | MISS",
        "206 | X-Cache-Status   | EXPIRED                      | MISS",
        "200 | CF-Cache-Status  | DYNAMIC                      | MISS",
        "200 | Cache-Status     | ExampleCache; hit; ttl=30    | HIT",
        "200 | Cache-Status     | ExampleCache; fwd=uri-miss   | MISS",
        "200 | Age              | 17                           | HIT",
        "200 | Age              | 0                            | MISS",
        "200 | Age              | soon                         | SILENT",
        "200 | Server           | hit                          | SILENT",
        "304 | X-Cache          | miss                         | NOT_MODIFIED",
      })
  void aReplyTellsWhetherItCameFromACache(int status, String name, String value, ReplyKind kind) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put(name, value);
    assertThat(ReplyKind.of(status, headers::get)).isEqualTo(kind);
  }

  @Test
  void whatACacheSaysOutweighsTheAge() {
    Map<String, String> headers = Map.of("X-Cache", "MISS", "Age", "12");
    assertThat(ReplyKind.of(200, headers::get)).isEqualTo(ReplyKind.MISS);
  }
}
