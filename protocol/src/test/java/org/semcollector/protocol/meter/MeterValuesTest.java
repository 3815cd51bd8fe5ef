package org.semcollector.protocol.meter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class MeterValuesTest {
  private static final String ACCESS = "A1B2C3D4E5F6G7H8I9J0";
  private static final String PROFILE = "01234567-89ab-cdef-0123-456789abcdef";

  @Test
  void tokenIsTwentyCharactersAndADeviceProfile() {
    var token = new MeterToken(ACCESS, UUID.fromString(PROFILE));
    assertEquals(Optional.of(token), MeterToken.decode(ascii(ACCESS + PROFILE)));
    assertEquals(ascii(ACCESS + PROFILE), token.encode());
  }

  @Test
  void tokenOfAnotherLengthOrFormIsNone() {
    assertEquals(Optional.empty(), MeterToken.decode(ascii(ACCESS + PROFILE + "0")));
    assertEquals(Optional.empty(), MeterToken.decode(ascii(ACCESS.substring(1) + PROFILE + "0")));
    assertEquals(Optional.empty(), MeterToken.decode(ascii("A1B2C3D4E5 6G7H8I9J0" + PROFILE)));
    assertEquals(Optional.empty(), MeterToken.decode(ascii(ACCESS + PROFILE.replace('-', '_'))));
    assertEquals(Optional.empty(), MeterToken.decode(Bytes.copyOf(new byte[56])));
    byte[] notAscii = (ACCESS + PROFILE).getBytes(StandardCharsets.US_ASCII);
    notAscii[3] = (byte) 0xe9;
    assertEquals(Optional.empty(), MeterToken.decode(Bytes.copyOf(notAscii)));
  }

  @Test
  void tokenIsMaskedInText() {
    assertFalse(new MeterToken(ACCESS, UUID.fromString(PROFILE)).toString().contains(ACCESS.substring(0, 6)));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      102,       102
      '102\r\n', 102
      0,         0
      999999999, 999999999
      """)
  void versionIsADecimalNumber(String text, int number) {
    assertEquals(Optional.of(new FirmwareVersion(number)), FirmwareVersion.decode(ascii(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1.0.2", "+102", "1234567890", "<h1>", "0x66", "00000000000000000102"})
  void otherTextIsNoVersion(String text) {
    assertEquals(Optional.empty(), FirmwareVersion.decode(ascii(text)));
  }

  @ParameterizedTest
  @CsvSource({"0,MINUTE", "101,MINUTE", "102,HOUR", "103,HOUR"})
  void firmwareUpToVersion101SavesEveryMinute(int version, SavePeriod period) {
    assertEquals(period, new FirmwareVersion(version).savePeriod());
  }

  // 1700003603450 ms = 0x0000018BD01C63FA, eight bytes from the lowest
  @Test
  void timeIsEightBytesLowestFirst() {
    Instant time = Instant.ofEpochMilli(1_700_003_603_450L);
    assertEquals(Bytes.ofHex("fa631cd08b010000"), MeterTimeCodec.encode(time));
    assertEquals(Optional.of(time), MeterTimeCodec.decode(Bytes.ofHex("fa631cd08b010000")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2022-08-31T12:46:39.999Z", "2038-01-19T03:14:08Z"})
  void timeThatAMeterWouldTakeForAnotherIsNotSent(Instant time) {
    assertFalse(MeterTimeCodec.canBeSet(time));
    assertThrows(IllegalArgumentException.class, () -> MeterTimeCodec.encode(time));
  }

  @Test
  void timeOfAnotherLengthIsNone() {
    assertEquals(Optional.empty(), MeterTimeCodec.decode(Bytes.EMPTY));
    assertEquals(Optional.empty(), MeterTimeCodec.decode(Bytes.ofHex("fa631cd08b01000000")));
    assertEquals(Optional.empty(), MeterTimeCodec.decode(Bytes.ofHex("ffffffffffffffff")));
  }

  @Test
  void nameOnTheAirIsTheMacOfTheAccessPoint() {
    Ssid ssid = new Ssid("SEM-24:6f:28:ab:cd:ef");
    assertEquals(Optional.of(ssid), Ssid.parse(" sem-24:6F:28:AB:CD:EF\n"));
    assertEquals("24:6f:28:ab:cd:ef", ssid.mac());
    assertEquals("SEM-246f28abcdef", ssid.fileName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SEM-", "SEM-24:6f:28:ab:cd", "SEM-24-6f-28-ab-cd-ef", "XSEM-24:6f:28:ab:cd:ef",
      "SEM-24:6f:28:ab:cd:eg"})
  void otherNamesAreNoMeters(String name) {
    assertEquals(Optional.empty(), Ssid.parse(name));
  }

  private static Bytes ascii(String text) {
    return Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII));
  }
}
