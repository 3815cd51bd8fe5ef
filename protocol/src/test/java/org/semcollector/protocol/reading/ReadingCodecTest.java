package org.semcollector.protocol.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.Bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReadingCodecTest {
  // 0100              channel 1
  // 00509a44          0x449A5000: exponent 137 = 2^10, 1 + 0x1A5000/0x800000 = 1.20556640625, 1234.5 W
  // 0088a244          0x44A28800: 1024 * 1.27001953125 = 1300.5 - 0.25 = 1300.25 VA
  // 0000b040          0x40B00000: 4 * 1.375 = 5.5 A
  // 00c06543          0x4365C000: 128 * 1.794921875 = 229.75 V
  // cdcc1c3f          0x3F1CCCCD: 0.5 * 1.2250000238 = 0.6125 kWh, rounded to 24 bits
  // fa631cd08b010000  0x0000018BD01C63FA = 1700003603450 ms = 2023-11-14T23:13:23.450Z
  private static final String GOLDEN = "0100" + "00509a44" + "0088a244" + "0000b040" + "00c06543" + "cdcc1c3f"
      + "fa631cd08b010000";
  private static final Reading GOLDEN_READING = new Reading(1, 1234.5f, 1300.25f, 5.5f, 229.75f, 0.6125f,
      1_700_003_603_450L);

  @Test
  void goldenRecordDecodes() {
    assertEquals(new DecodedReadings.Complete(List.of(GOLDEN_READING)), ReadingCodec.decode(Bytes.ofHex(GOLDEN)));
  }

  @Test
  void goldenRecordEncodes() {
    assertEquals(Bytes.ofHex(GOLDEN), ReadingCodec.encode(List.of(GOLDEN_READING)));
  }

  @Test
  void emptyBodyIsAMeterWithoutReadings() {
    assertEquals(new DecodedReadings.Complete(List.of()), ReadingCodec.decode(Bytes.EMPTY));
  }

  @Test
  void phasesOfOneHourKeepTheirOrderAndStamps() {
    List<Reading> hour = List.of(TestReadings.at(1, 1_700_000_000_000L), TestReadings.at(2, 1_700_000_001_003L),
        TestReadings.at(3, 1_700_000_002_011L));
    assertEquals(hour, ReadingCodec.decode(ReadingCodec.encode(hour)).readings());
  }

  // 7fc00000 NaN, 7f800000 infinity, ff800000 minus infinity: an idle circuit's quotients
  @Test
  void floatsThatAreNotFiniteAreAccepted() {
    Bytes body = Bytes.ofHex("0300 0000c07f 0000807f 000080ff 00000000 0000c07f 0000000000000000");
    Reading reading = ReadingCodec.decode(body).readings().getFirst();
    assertEquals(new Reading(3, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, Float.NaN, 0),
        reading);
    assertTrue(reading.powerFactor().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      # the first instant, an hour after the very first start, the last second of a 32-bit clock (2106-02-07)
      0
      3602010
      4294967295999
      """)
  void anyStampOfTheMetersClockIsAccepted(long deviceMillis) {
    var readings = List.of(TestReadings.at(deviceMillis));
    assertEquals(new DecodedReadings.Complete(readings), ReadingCodec.decode(ReadingCodec.encode(readings)));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      4294967296000
      -1
      -9223372036854775808
      """)
  void stampBeyondTheMetersClockIsRefusedAtItsRecord(long deviceMillis) {
    Bytes body = ReadingCodec.encode(List.of(GOLDEN_READING, TestReadings.at(deviceMillis)));
    assertMalformed(body, 1, 30, "the time stamp " + Long.toUnsignedString(deviceMillis)
        + " ms is beyond the meter's clock");
  }

  @ParameterizedTest
  @CsvSource({"0", "4", "65535"})
  void unknownChannelIsRefusedAtItsRecord(int channel) {
    Bytes body = ReadingCodec.encode(List.of(GOLDEN_READING, GOLDEN_READING, TestReadings.at(channel, 0)));
    assertMalformed(body, 2, 60, "channel " + channel + " is not 1 to 3");
  }

  @ParameterizedTest
  @CsvSource({"1", "17", "29"})
  void cutBodyKeepsItsWholeRecords(int rest) {
    Bytes whole = ReadingCodec.encode(List.of(GOLDEN_READING, GOLDEN_READING, GOLDEN_READING));
    assertMalformed(whole.slice(0, 60 + rest), 2, 60, "the last record has " + rest + " of 30 bytes");
  }

  @Test
  void webPageIsRefusedByName() {
    Bytes page = Bytes.copyOf("\r\n<html><body>Please log in</body></html>".getBytes(StandardCharsets.US_ASCII));
    assertMalformed(page, 0, 0, "a web page, not meter data");
  }

  @Test
  void bodyLongerThanAnyFlashIsRefused() {
    Bytes body = Bytes.copyOf(new byte[ReadingCodec.LONGEST_BODY + 30]);
    assertMalformed(body, 0, ReadingCodec.LONGEST_BODY, "longer than any meter can store");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void whatIsEncodedDecodesToTheSame(int seed) {
    var random = new SplittableRandom(seed);
    List<Reading> readings = TestReadings.any(random, random.nextInt(200));
    Bytes body = ReadingCodec.encode(readings);
    assertEquals(readings.size() * 30, body.length());
    assertEquals(new DecodedReadings.Complete(readings), ReadingCodec.decode(body));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void randomBytesAreRefusedEvenWithTheLengthOfRecords(int seed) {
    var random = new SplittableRandom(seed);
    byte[] noise = new byte[30 * random.nextInt(1, 200)];
    random.nextBytes(noise);
    var malformed = assertInstanceOf(DecodedReadings.Malformed.class, ReadingCodec.decode(Bytes.copyOf(noise)));
    assertEquals(malformed.readings().size() * 30, malformed.offset());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void anyBytesGiveAResultWithAnOffsetInTheBody(int seed) {
    var random = new SplittableRandom(seed);
    byte[] bytes = ReadingCodec.encode(TestReadings.any(random, random.nextInt(1, 40))).toArray();
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    Bytes body = Bytes.copyOf(bytes).slice(0, random.nextInt(bytes.length + 1));
    switch (ReadingCodec.decode(body)) {
      case DecodedReadings.Complete(var readings) -> assertEquals(body, ReadingCodec.encode(readings));
      case DecodedReadings.Malformed(var readings, int offset, _) -> {
        assertTrue(offset >= 0 && offset < body.length());
        assertEquals(body.slice(0, offset), ReadingCodec.encode(readings));
      }
    }
  }

  private static void assertMalformed(Bytes body, int readings, int offset, String reason) {
    var malformed = assertInstanceOf(DecodedReadings.Malformed.class, ReadingCodec.decode(body));
    assertEquals(readings, malformed.readings().size());
    assertEquals(offset, malformed.offset());
    assertEquals(reason, malformed.reason());
  }
}
