package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatling.commons.util.GatlingVersion;
import io.tideline.engine.simlog.GatlingVersions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatlingReleaseTest {
  private static final ClassLoader LOADER = GatlingReleaseTest.class.getClassLoader();

  @Test
  void theGatlingInUseHasItsBridge() {
    assertThat(GatlingRelease.bridgeOfClassPath()).isNotNull();
    assertThat(Arrays.stream(GatlingRelease.values()).map(GatlingRelease::version))
        .contains(GatlingVersion.ThisVersion().fullVersion());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3.12.0", "3.13.5", "3.14.9", "3.15.0", "3.15.2", "3.16.1", "3.17.0", "4.0.0", ""})
  void anUnknownOneIsToldAtOnceWhatIsSupported(String version) {
    assertThatThrownBy(() -> GatlingRelease.bridge(version, LOADER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Gatling "
                + version
                + " is on the class path; Tideline runs load on 3.16.0 and 3.15.1: use one of them");
  }

  @ParameterizedTest
  @EnumSource(GatlingRelease.class)
  void oneThatThisBuildIsNotForIsToldHowToBuildForIt(GatlingRelease release) {
    String version = release.version();
    if (version.equals(GatlingVersion.ThisVersion().fullVersion())) {
      assertThat(GatlingRelease.bridge(version, LOADER)).isNotNull();
    } else {
      assertThatThrownBy(() -> GatlingRelease.bridge(version, LOADER))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("build Tideline with -Dgatling.version=" + version);
    }
  }

  @ParameterizedTest
  @EnumSource(GatlingRelease.class)
  void whatItsRunsWriteCanBeReadAndTheBuildAcceptsIt(GatlingRelease release) throws Exception {
    assertThat(GatlingVersions.canRead(release.version())).isTrue();
    String pom = Files.readString(Path.of("..", "pom.xml"));
    assertThat(pom)
        .containsPattern("<regex>[^<]*" + release.version().replace(".", "\\\\.") + "[^<]*</regex>")
        .containsPattern(
            "<gatling.versions>[^<]*" + release.version() + "[^<]*</gatling.versions>");
  }
}
