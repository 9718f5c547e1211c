package io.tideline.feeders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.feeders.CsvReader.CsvFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

  @Test
  void plainFieldsStandBetweenCommas() throws CsvFault {
    assertThat(all("a,b,,d\ne"))
        .containsExactly(
            new CsvRecord(1, List.of("a", "b", "", "d")), new CsvRecord(2, List.of("e")));
  }

  @Test
  void quotedFieldsHoldCommasQuotesAndLineEnds() throws CsvFault {
    assertThat(all("\"a,\"\"b\"\"\nc\",d\ne,\"f\"\n"))
        .containsExactly(
            new CsvRecord(1, List.of("a,\"b\"\nc", "d")), new CsvRecord(3, List.of("e", "f")));
  }

  @Test
  void linesMayEndAsOnWindowsAndBeginWithAMark() throws CsvFault {
    assertThat(all("\ufeffa,\"b\"\r\nc,d\r\n"))
        .containsExactly(new CsvRecord(1, List.of("a", "b")), new CsvRecord(2, List.of("c", "d")));
  }

  @Test
  void textIsUtf8() throws CsvFault {
    assertThat(all("Höhe,\u26f0")).containsExactly(new CsvRecord(1, List.of("Höhe", "\u26f0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\na,b\"c,d", "x\na,\"b\"c,d", "x\na,\"b"})
  void brokenQuotesAreFoundAtTheirField(String text) {
    assertThatThrownBy(() -> all(text))
        .isInstanceOfSatisfying(
            CsvFault.class,
            fault -> {
              assertThat(fault.line()).isEqualTo(2);
              assertThat(fault.column()).isEqualTo(2);
            });
  }

  @Test
  void afterAFaultTheNextLineIsRead() throws CsvFault {
    CsvReader reader = new CsvReader("a\"b\nc,d\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(reader::next).isInstanceOf(CsvFault.class);
    assertThat(reader.next()).isEqualTo(new CsvRecord(2, List.of("c", "d")));
    assertThat(reader.hasNext()).isFalse();
  }

  private static List<CsvRecord> all(String text) throws CsvFault {
    CsvReader reader = new CsvReader(text.getBytes(StandardCharsets.UTF_8));
    List<CsvRecord> records = new ArrayList<>();
    while (reader.hasNext()) {
      records.add(reader.next());
    }
    return records;
  }
}
