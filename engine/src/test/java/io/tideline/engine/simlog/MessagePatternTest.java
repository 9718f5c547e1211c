package io.tideline.engine.simlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagePatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "order 17 not found|order # not found",
        "order 123 not found|order # not found",
        "user42: no session|user#: no session",
        "item_9 is gone|item_# is gone",
        "status.find.is(200), but actually found 503|status.find.is(200), but actually found 503",
        "status 500, not 200 of order 7|status 500, not # of order #",
        "HTTP/1.1 503 Service Unavailable|HTTP/# 503 Service Unavailable",
        "jsonPath($.id).find.is(5), but actually found 123|jsonPath($.id).find.is(#), but actually"
            + " found #",
        "Connection refused: localhost/127.0.0.1:8080|Connection refused: localhost/#",
        "no route to [2001:db8::ff00:42:8329]:443|no route to [#]:#",
        "Request timeout to example.com/10.1.2.3:443 after 60000 ms|Request timeout to"
            + " example.com/# after # ms",
        "no memory 6f1c2d3e-beef-4abc-8def-0123456789ab|no memory #",
        "trace 4bf92f3577b34da6a3ce929d0e0e4736 failed|trace # failed",
        "handle 0x7ffdeadbeef|handle #",
        "no key 'user-17' in map|no key # in map",
        "no key 'token' in map|no key 'token' in map",
        "it can't be 5's|it can't be #'s",
        "at 2026-11-30T12:00:01.123Z|at #Z",
        "took 1,234.5 ms|took # ms",
        "ids [1, 2, 3] unknown|ids [#] unknown",
        "Premature close|Premature close",
        "Öffnen von Seite 12|Öffnen von Seite #"
      })
  void whatDiffersIsMarked(String message, String pattern) {
    assertThat(MessagePattern.of(message)).isEqualTo(pattern);
    assertThat(MessagePattern.of(pattern)).isEqualTo(pattern);
  }

  @Test
  void thirtyThousandMessagesOfAKindHaveOnePattern() {
    Random random = new Random(1);
    assertOnePattern(i -> "no order " + i);
    assertOnePattern(i -> "order " + i + " of user" + (i * 7) + ": state 'S" + i + "' unexpected");
    assertOnePattern(i -> "cannot reach /10.0." + i % 256 + "." + i / 256 + ":" + (1024 + i));
    assertOnePattern(i -> "no session " + new UUID(random.nextLong(), random.nextLong()));
    assertOnePattern(i -> "jsonPath($.total).find.is(7), but actually found " + i);
    assertOnePattern(i -> "took " + i / 10 + "." + (1 + i % 9) + " s");
    assertOnePattern(i -> "voucher code " + i + " is used up");
    assertOnePattern(i -> "no price for \"SKU-" + i + "\"");
    assertOnePattern(i -> "span " + "%016x".formatted(random.nextLong() | 1L << 60));
  }

  private static void assertOnePattern(IntFunction<String> message) {
    Set<String> patterns = new TreeSet<>();
    for (int i = 0; i < 30_000; i++) {
      patterns.add(MessagePattern.of(message.apply(i)));
    }
    assertThat(patterns).hasSize(1);
  }

  @Test
  void thePatternOfAPatternIsItself() {
    Random random = new Random(2);
    String letters = "ab12 #.:-_/'\"()f,;xZ5";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder message = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        message.append(letters.charAt(random.nextInt(letters.length())));
      }
      String pattern = MessagePattern.of(message.toString());
      assertThat(MessagePattern.of(pattern)).as(message.toString()).isEqualTo(pattern);
    }
  }
}
