package io.tideline.feeders;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.fixtures.data.Account;
import io.tideline.fixtures.data.Fixtures;
import io.tideline.fixtures.data.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the committed files to the generator. After a change that is meant, renew them with: {@code
 * mvn -q -pl feeders -am process-classes -Daccounts=20000 && cp feeders/generated/* feeders/data/}
 */
class CommittedFeedersTest {

  private static final Path DATA = Path.of("data");
  private static final Fixtures FIXTURES = Fixtures.seeded(Fixtures.DEFAULT_SEED);

  @Test
  void theCommittedFilesAreWhatTheGeneratorMakes(@TempDir Path made) throws IOException {
    GenerateFeeders.generate(20_000, Fixtures.DEFAULT_SEED, made);

    assertThat(names(made)).isEqualTo(names(DATA));
    for (String name : names(made)) {
      assertThat(Files.mismatch(made.resolve(name), DATA.resolve(name)))
          .as("first byte of " + name + " that differs")
          .isEqualTo(-1);
    }
  }

  @Test
  void theCommittedFilesAreSmall() throws IOException {
    long bytes = 0;
    for (String name : names(DATA)) {
      bytes += Files.size(DATA.resolve(name));
    }

    assertThat(bytes).isLessThan(1_200_000);
  }

  @Test
  void rowsAreThoseOfTheFixtures() throws FeederException {
    FeederFolder folder = FeederFolder.open(DATA);
    Account account = FIXTURES.account(19_999);

    assertThat(folder.users().size()).isEqualTo(20_000);
    assertThat(folder.users().user(19_999))
        .isEqualTo(new UserRow(19_999, account.email(), account.password()));
    assertThat(folder.memories().at(7).title()).isEqualTo(FIXTURES.memory(7).title());
    assertThat(folder.memories().at(7).takenOn()).isEqualTo(FIXTURES.memory(7).takenOn());
    assertThat(folder.media().at(7).content()).isEqualTo(FIXTURES.media(7).content());
    assertThat(folder.searches().at(7))
        .isEqualTo(new SearchRow(FIXTURES.searchTerm(7).term(), FIXTURES.searchTerm(7).finds()));
    assertThat(folder.tags().all()).isEqualTo(Tags.ALL);
  }

  @Test
  void someSearchesFindNothing() throws FeederException {
    List<SearchRow> searches = FeederFolder.open(DATA).searches().all();

    assertThat(searches.stream().filter(search -> !search.finds()).count()).isBetween(25L, 75L);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
