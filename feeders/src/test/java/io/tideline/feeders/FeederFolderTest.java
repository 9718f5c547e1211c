package io.tideline.feeders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.fixtures.data.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeederFolderTest {

  @TempDir Path folder;

  @BeforeEach
  void writeASmallSet() throws IOException {
    GenerateFeeders.generate(20, 1, folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          users.csv    | email,password;a@x,p;b@x,            | users.csv:3:2: expected a password, found an empty field
          users.csv    | email,password;,p                    | users.csv:2:1: expected an email, found an empty field
          users.csv    | email,password;a@x                   | users.csv:2:2: expected 2 fields (email,password), found 1; password is missing
          users.csv    | email,password;a@x,p,q               | users.csv:2:3: expected 2 fields (email,password), found 3
          users.csv    | email,password;a@x,p;a@x,q           | users.csv:3:1: expected an email of its own, found that of line 2: 'a@x'
          users.csv    | email,password;a@x,"p                | users.csv:2:2: expected a closing quote, found the end of the file
          users.csv    | mail,password;a@x,p                  | users.csv:1:1: expected the header 'email,password', found 'mail,password'
          users.csv    | email,password                       | users.csv:2:1: expected at least one row after the header, found none
          media.csv    | fileName,contentType,bytes,seed;a,image/png,ten,1 | media.csv:2:3: expected a whole number from 64 to 2147483647, found 'ten'
          media.csv    | fileName,contentType,bytes,seed;a,image/png,10,1  | media.csv:2:3: expected a whole number from 64 to 2147483647, found '10'
          searches.csv | term,finds;sea,yes                   | searches.csv:2:2: expected true or false, found 'yes'
          tags.csv     | tag;;sea                             | tags.csv:2:1: expected a tag, found an empty field
          """)
  void aBrokenRowIsToldWithItsPlace(String file, String lines, String sentence) throws IOException {
    Files.writeString(folder.resolve(file), lines.replace(';', '\n') + "\n");

    assertThatThrownBy(() -> FeederFolder.open(folder))
        .isInstanceOf(FeederException.class)
        .message()
        .startsWith(folder.resolve(sentence).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                     | memories.json:1:1: expected an array of memories, found '{'
          []                                     | memories.json:1:2: expected at least one memory, found none
          [{"title":1,"text":"b","tags":[],"takenOn":"2024-01-01"}]      | memories.json:1:11: expected a text for title, found '1'
          [{"title":"a","text":"b","tags":[],"takenOn":"2024-13-01"}]    | memories.json:1:46: expected a day as 2025-12-31 for takenOn, found '2024-13-01'
          [{"title":"a","text":"b","tags":"x","takenOn":"2024-01-01"}]   | memories.json:1:33: expected an array for tags, found 'x'
          [{"title":"a","text":"b","takenOn":"2024-01-01"}]              | memories.json:1:3: expected a memory with tags
          [{"name":"a","title":"a","text":"b","tags":[],"takenOn":"2024-01-01"}] | memories.json:1:10: expected title, text, tags or takenOn, found 'name'
          [{"title":"a",                                                 | memories.json:
          """)
  void aBrokenMemoryIsToldWithItsPlace(String json, String sentence) throws IOException {
    Files.writeString(folder.resolve("memories.json"), json);

    assertThatThrownBy(() -> FeederFolder.open(folder))
        .isInstanceOf(FeederException.class)
        .message()
        .startsWith(folder.resolve(sentence).toString());
  }

  @Test
  void severalBrokenRowsAreToldTogetherAndManyAreCounted() throws IOException {
    String rows =
        IntStream.range(0, 25).mapToObj(i -> "u" + i + "@x,").collect(Collectors.joining("\n"));
    Files.writeString(folder.resolve("users.csv"), "email,password\n" + rows + "\n");
    Files.writeString(folder.resolve("searches.csv"), "term,finds\nsea,no\n");

    assertThatThrownBy(() -> FeederFolder.open(folder))
        .message()
        .satisfies(
            message -> {
              assertThat(message.lines()).hasSize(11);
              assertThat(message)
                  .contains("users.csv:2:2: ")
                  .contains("users.csv:11:2: ")
                  .endsWith("and 16 more");
            });
  }

  @Test
  void aMissingFolderIsToldWithTheCommandThatMakesOne() {
    assertThatThrownBy(() -> FeederFolder.open(folder.resolve("none")))
        .hasMessage(
            folder.resolve("none")
                + ": expected a folder of feeder files, found nothing; make one with: mvn -q -pl feeders -am process-classes -Daccounts=20000");
  }

  @Test
  void aMissingFileIsTold() throws IOException {
    Files.delete(folder.resolve("media.csv"));

    assertThatThrownBy(() -> FeederFolder.open(folder))
        .hasMessage(folder.resolve("media.csv") + ": expected a feeder file, found none");
  }

  @Test
  void aRunThatNeedsMoreUsersIsToldTheCommandThatMakesThem() throws FeederException {
    UserRows users = FeederFolder.open(folder).users();

    users.require(20);
    assertThatThrownBy(() -> users.require(21))
        .isInstanceOf(FeederException.class)
        .hasMessage(
            folder.resolve("users.csv")
                + ": the run needs 21 users and the file has 20; add rows to it, or make a set with: mvn -q -pl feeders -am process-classes -Daccounts=21");
    assertThatThrownBy(() -> users.user(20))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("-Daccounts=21");
  }

  @Test
  void accountsBeyondTheFileAreThoseThatALongerFileWouldHold() throws Exception {
    GenerateFeeders.generate(20, Fixtures.DEFAULT_SEED, folder);
    Path longer = folder.resolve("longer");
    GenerateFeeders.generate(400, Fixtures.DEFAULT_SEED, longer);

    FeederFolder files = FeederFolder.open(folder);
    FeederFolder more = files.withUsers(400);

    assertThat(files.users().size()).isEqualTo(20);
    assertThat(more.users().size()).isEqualTo(400);
    assertThat(more.digest()).isEqualTo(files.digest());
    UserRows expected = FeederFolder.open(longer).users();
    for (int k = 0; k < 400; k++) {
      assertThat(more.users().user(k)).isEqualTo(expected.user(k));
    }
    assertThatThrownBy(() -> more.users().user(400)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(files.withUsers(20)).isSameAs(files);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 20})
  void accountsOfSomebodyElseAreNotContinued(int line) throws Exception {
    GenerateFeeders.generate(20, Fixtures.DEFAULT_SEED, folder);
    Path users = folder.resolve("users.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(users));
    for (String other :
        List.of("me@own.example,secret", lines.get(line).replaceFirst(",.*", ",x"))) {
      lines.set(line, other);
      Files.write(users, lines);
      FeederFolder own = FeederFolder.open(folder);
      assertThat(own.withUsers(400)).isSameAs(own);
    }
  }

  @Test
  void sharedRowsComeRoundAgainAndPopularOnesMoreOften() throws FeederException {
    Rows<String> tags = FeederFolder.open(folder).tags();

    assertThat(tags.at(tags.size() + 3L)).isEqualTo(tags.at(3));
    assertThat(tags.popular(0.0)).isEqualTo(tags.at(0));
    assertThat(tags.popular(Math.nextDown(1.0))).isEqualTo(tags.at(tags.size() - 1L));
  }

  @Test
  void quotedUsersAreReadToo() throws Exception {
    Files.writeString(
        folder.resolve("users.csv"), "email,password\r\n\"a@x\",\"p,\"\"q\"\"\"\r\nb@x,r\r\n");
    UserRows users = FeederFolder.open(folder).users();

    assertThat(users.user(0)).isEqualTo(new UserRow(0, "a@x", "p,\"q\""));
    assertThat(users.user(1)).isEqualTo(new UserRow(1, "b@x", "r"));
  }

  @Test
  void aGeneratedSetIsPreferredOnceItIsFinished(@TempDir Path root) throws IOException {
    Path generated = root.resolve("feeders").resolve("generated");
    Path data = root.resolve("feeders").resolve("data");
    assertThat(FeederFolder.locate(root)).isEqualTo(data);

    Files.createDirectories(generated);
    assertThat(FeederFolder.locate(root)).isEqualTo(data);
    Files.writeString(generated.resolve(FeederFiles.MADE_FROM), "users=1\n");
    assertThat(FeederFolder.locate(root)).isEqualTo(generated);
    assertThat(FeederFolder.locate(root, folder)).isEqualTo(folder);
  }
}
