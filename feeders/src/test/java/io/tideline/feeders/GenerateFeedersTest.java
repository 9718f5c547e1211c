package io.tideline.feeders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.testkit.QuietMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateFeedersTest {

  @TempDir Path folder;

  @Test
  void theSetHasAsManyUsersAsAskedFor() throws Exception {
    GenerateFeeders.main(new String[] {"30", folder.toString()});

    assertThat(FeederFolder.open(folder).users().size()).isEqualTo(30);
  }

  @Test
  void theSameSetIsNotMadeTwice() throws IOException {
    GenerateFeeders.generate(30, 1, folder);
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(folder.resolve("users.csv"), old);

    assertThat(GenerateFeeders.generate(30, 1, folder)).isFalse();
    assertThat(Files.getLastModifiedTime(folder.resolve("users.csv"))).isEqualTo(old);
  }

  @Test
  void anotherSizeOrSeedIsMadeAnew() throws Exception {
    GenerateFeeders.generate(30, 1, folder);

    assertThat(GenerateFeeders.generate(31, 1, folder)).isTrue();
    assertThat(FeederFolder.open(folder).users().size()).isEqualTo(31);
    assertThat(GenerateFeeders.generate(31, 2, folder)).isTrue();
  }

  @Test
  void aSetThatWasNotFinishedIsMadeAnew() throws IOException {
    GenerateFeeders.generate(30, 1, folder);
    Files.delete(folder.resolve(FeederFiles.MADE_FROM));

    assertThat(GenerateFeeders.generate(30, 1, folder)).isTrue();
  }

  @Test
  void aMillionUsersTakeSeconds() throws Exception {
    QuietMachine.judges(2, this::aMillionAreMadeSoon);
  }

  private void aMillionAreMadeSoon() throws Exception {
    Path folder = Files.createTempDirectory(this.folder, "million");
    long start = System.nanoTime();
    GenerateFeeders.generate(1_000_000, 1, folder);
    UserRows users = FeederFolder.open(folder).users();

    assertThat(users.size()).isEqualTo(1_000_000);
    assertThat(users.user(999_999).email()).endsWith(".999999@memories.example");
    assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(20);
  }

  @Test
  void aSizeThatCannotBeIsRefused() {
    assertThatThrownBy(() -> GenerateFeeders.main(new String[] {"many", folder.toString()}))
        .hasMessage("-Daccounts: expected a whole number from 1 to 10000000, got 'many'");
  }
}
