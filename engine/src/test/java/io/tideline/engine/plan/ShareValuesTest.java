package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A share says its unit wherever a plan has one, and a limit can be broken. */
class ShareValuesTest {
  @TempDir Path folder;

  private Plan read(String more) throws IOException {
    return read(more, "errors = 1 %");
  }

  private Plan read(String more, String slo) throws IOException {
    String text =
        """
        defaults { mix { Browse = 1 } }
        environments { here { base-url = "http://localhost:8080", hosts = ["localhost"] } }
        scenarios { it {
          rate = 1
          phases = [ { name = warm, hold = 1, lasts = 1 m, warm-up = true }, { name = day, hold = 1, lasts = 8 h } ]
          slos = [ { %s } ]
          %s
        } }
        """
            .formatted(slo, more);
    return new PlanReader(Catalogue.any(), new Options(Map.of("scenario", "it"), Map.of()))
        .read(Files.writeString(folder.resolve("plan.conf"), text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validity { offered = # }",
        "validity { cpu = # }",
        "drift { growth = # }",
        "drift { level = # }",
        "drift { skip = # }",
        "drift { look-level = # }",
        "regression { detect = # }",
        "caching { hit-ratio = # }",
        "caching { at-most = # }",
        "resilience { steady { errors = # } }",
        "resilience { steady { rate = # } }",
        "resilience { shedding { refused = # } }",
        "guards { errors = # }",
      })
  void aBareNumberIsNoShare(String block) {
    for (String wrong : new String[] {"1", "0.5", "5", "\"0.01\"", "1e-2", "100"}) {
      assertThatThrownBy(() -> read(block.replace("#", wrong)))
          .as(block + " " + wrong)
          .isInstanceOf(PlanException.class)
          .hasMessageContaining("a share needs its unit");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 %",
    "0.5, 0.5 % or 50 %",
    "0.01, 0.01 % or 1 %",
    "5, 5 %",
    "99.9, 99.9 %",
    "1e-3, 0.001 % or 0.1 %",
    ".2, 0.2 % or 20 %"
  })
  void whatWouldDoIsSaid(String wrong, String right) {
    assertThatThrownBy(() -> read("", "errors = \"" + wrong + "\""))
        .hasMessageContaining("a share needs its unit; write for example " + right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "errors = 100 %",
        "errors = 100.0 %",
        "errors = 99.99999999999999999 %",
        "errors = 101 %",
        "errors = 1e9 %",
        "errors = Infinity %",
        "errors = NaN",
        "errors = NaN %",
        "errors = 1d %",
        "errors = 1f",
        "errors = 0x1p0 %",
        "errors = -1 %",
        "errors = off",
        "errors = true",
        "errors = \"1 % of all\"",
        "errors = \"0,5 %\"",
        "errors = 1 %, p95 = 1 h",
        "errors = 1 %, p99 = 30 d",
        "errors = 1 %, mean = 9223372036 s",
        "errors = 1 %, p50 = 0 ms",
        "errors = 100 %, abort = 30 s",
      })
  void anSloThatCannotBeBrokenIsRefused(String slo) {
    assertThatThrownBy(() -> read("", slo))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("write for example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validity { offered = 0 % }",
        "validity { offered = 101 % }",
        "validity { cpu = 100 % }",
        "validity { cpu = 0 % }",
        "validity { pause = 0 s }",
        "caching { hit-ratio = 0 % }",
        "caching { at-most = 100 % }",
        "resilience { steady { errors = 100 % } }",
        "resilience { steady { rate = 0 % } }",
        "resilience { shedding { refused = 0 % } }",
        "guards { errors = 100 % }",
        "drift { skip = 100 % }",
        "drift { growth = 0 % }",
        "drift { level = 0 % }",
        "drift { limits { heap = 0.8 } }",
      })
  void whatCouldJudgeNothingIsRefused(String block) {
    assertThatThrownBy(() -> read(block))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("write for example");
  }

  @Test
  void sharesWithTheirUnitAreReadAndZeroNeedsNone() throws IOException {
    assertThat(read("", "errors = 0").slos().get(0).limit()).isZero();
    assertThat(read("", "errors = 0 %").slos().get(0).limit()).isZero();
    assertThat(read("", "errors = 0.1%").slos().get(0).limit()).isEqualTo(0.001);
    assertThat(read("", "errors = 99 %").slos().get(0).limit()).isEqualTo(0.99);
    assertThat(read("", "errors = \" 2.5 % \"").slos().get(0).limit()).isEqualTo(0.025);
    assertThat(read("drift { limits { heap = 80 %, threads = 400 } }").drift()).isNotNull();
  }

  @Test
  void aLimitOfValidityCanBeOff() throws IOException {
    Validity off =
        read("validity { offered = off, cpu = off, cpu-for = off, pause = off, lag-p99 = off }")
            .validity();
    assertThat(off.offered()).isZero();
    assertThat(off.cpu()).isEqualTo(1);
    assertThat(Validity.isOn(off.pause())).isFalse();
    assertThat(Validity.isOn(off.lagP99())).isFalse();
    assertThat(Validity.isOn(off.cpuFor())).isFalse();
  }
}
