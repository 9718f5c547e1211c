package io.tideline.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Access;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final Secrets SECRETS =
      new Secrets(
          Map.of("TOKEN", "t0ken", "LOGIN", "käthe:pass", "BROKEN", "line\nbreak", "EMPTY", "")
              ::get);

  @Test
  void aTokenALoginAndHeadersComeFromTheEnvironment() {
    assertThat(SECRETS.headers(new Access(Map.of("X-Key", "TOKEN"), "TOKEN", null)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("X-Key", "t0ken", "Authorization", "Bearer t0ken"));
    assertThat(SECRETS.headers(new Access(Map.of(), null, "LOGIN")))
        .containsEntry("Authorization", "Basic a8OkdGhlOnBhc3M=");
    assertThat(SECRETS.headers(Access.OPEN)).isEmpty();
  }

  @Test
  void whatIsNotSetOrCannotBeSentIsSaidWithoutItsValue() {
    assertThat(SECRETS.problems(new Access(Map.of(), "NONE", "EMPTY")))
        .containsExactly(
            "environment variable NONE is not set; export it before the run",
            "environment variable EMPTY is not set; export it before the run");
    assertThat(SECRETS.problems(new Access(Map.of("X-Key", "BROKEN"), null, null)))
        .singleElement()
        .asString()
        .contains("BROKEN cannot be sent in a header")
        .doesNotContain("line");
    assertThat(SECRETS.headers(new Access(Map.of("X-Key", "BROKEN"), null, null))).isEmpty();
    assertThat(SECRETS.problems(new Access(Map.of("Host", "TOKEN", "a b", "TOKEN"), null, null)))
        .hasSize(2);
  }
}
