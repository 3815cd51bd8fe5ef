package org.semcollector.protocol.firmware;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.protocol.meter.FirmwareVersion;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ReleaseVersionTest {
  private static ReleaseVersion version(String text) {
    return ReleaseVersion.parse(text).orElseThrow();
  }

  private static VersionStep step(int installed, String offered) {
    return VersionStep.of(new FirmwareVersion(installed), version(offered));
  }

  @Test
  void theNumberIsThePartsSideBySide() {
    assertEquals(OptionalInt.of(103), version("1.0.3").number());
    assertEquals(OptionalInt.of(1010), version(" v1.0.10 ").number());
    assertEquals(OptionalInt.of(3), version("0.0.3").number());
    assertEquals(OptionalInt.empty(), version("1234.5678.90").number());
    assertEquals("1.0.3", version("1.0.3").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.0", "1.0.x", "1.0.3-rc1", "1..3", "-1.0.0", "1.0.12345", "1.0.3.4"})
  void whatIsNoVersionIsNone(String text) {
    assertEquals(Optional.empty(), ReleaseVersion.parse(text));
  }

  @Test
  void aNumberCanStandForSeveralVersions() {
    assertEquals(List.of(version("1.0.2")), ReleaseVersion.readings(new FirmwareVersion(102)));
    assertEquals(List.of(version("1.0.10"), version("10.1.0")), ReleaseVersion.readings(new FirmwareVersion(1010)));
    assertEquals(List.of(version("1.2.34"), version("1.23.4"), version("12.3.4")),
        ReleaseVersion.readings(new FirmwareVersion(1234)));
    assertEquals(List.of(), ReleaseVersion.readings(FirmwareVersion.OLDEST));
    assertEquals(List.of(), ReleaseVersion.readings(new FirmwareVersion(99)));
  }

  @Test
  void laterIsLaterPartByPartAndTheMeterMustSeeItSo() {
    assertEquals(new VersionStep.Later(103), step(102, "1.0.3"));
    assertEquals(new VersionStep.Later(1010), step(102, "1.0.10"));
    assertEquals(new VersionStep.Same(102), step(102, "1.0.2"));
    assertEquals(new VersionStep.Earlier(101, version("1.0.2")), step(102, "1.0.1"));
    assertEquals(new VersionStep.NumberTooSmall(110), step(1010, "1.1.0"), "1.1.0 is later than 1.0.10, 110 is not");
    assertEquals(new VersionStep.Earlier(1010, version("1.1.0")), step(110, "1.0.10"), "1010 is more than 110");
    assertEquals(new VersionStep.Unclear(20_100, List.of(version("1.0.10"), version("10.1.0"))), step(1010, "2.0.100"),
        "later than 1.0.10, earlier than 10.1.0");
    assertEquals(new VersionStep.Later(100), step(0, "1.0.0"), "the oldest builds have no number");
    assertEquals(new VersionStep.NumberTooSmall(3), step(99, "0.0.3"));
    assertEquals(new VersionStep.NoNumber(), step(102, "1234.5678.90"));
  }
}
