package org.semcollector.protocol.powerloss;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.Bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PowerLossCodecTest {
  private static final long E1 = 1_700_000_000_000L;

  // fa631cd08b010000 0000000000000000   u128 LE 0x0000018BD01C63FA = 1700003603450 ms
  // then four entries of zeros          the buffer is sent whole and was zero before
  @Test
  void goldenBlockOfOneEntry() {
    Bytes body = Bytes.ofHex("fa631cd08b0100000000000000000000" + "00".repeat(64));
    PowerLossLog log = new PowerLossLog(List.of(1_700_003_603_450L));
    assertEquals(new DecodedPowerLosses.Complete(log), PowerLossCodec.decode(body));
    assertEquals(body, PowerLossCodec.encode(log));
  }

  @Test
  void tailOfTheLastBlockRepeatsTheBlockBefore() {
    List<Long> seven = upTo(7);
    Bytes body = wire(E1, E1 + 1, E1 + 2, E1 + 3, E1 + 4, E1 + 5, E1 + 6, E1 + 2, E1 + 3, E1 + 4);
    assertEquals(160, body.length());
    assertEquals(body, PowerLossCodec.encode(new PowerLossLog(seven)));
    assertEquals(seven, decoded(body).entries());
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,80", "4,80", "5,80", "6,160", "9,160", "10,160", "11,240", "32,560"})
  void bodyIsAsManyWholeBlocksAsTheEntriesNeed(int entries, int length) {
    Bytes body = PowerLossCodec.encode(new PowerLossLog(upTo(entries)));
    assertEquals(length, body.length());
    assertEquals(upTo(entries), decoded(body).entries());
  }

  @Test
  void fullLastBlockHasNoPadding() {
    Bytes body = wire(E1, E1 + 1, E1 + 2, E1 + 3, E1 + 4, E1 + 5, E1 + 6, E1 + 7, E1 + 8, E1 + 9);
    assertEquals(10, decoded(body).boots());
  }

  @Test
  void repetitionInsideTheLastBlockIsNoPadding() {
    // the third entry repeats its column, but a new entry follows: only a run at the end is padding
    Bytes body = wire(E1, E1 + 1, E1 + 2, E1 + 3, E1 + 4, E1 + 5, E1 + 6, E1 + 2, E1 + 8, E1 + 4);
    assertEquals(List.of(E1, E1 + 1, E1 + 2, E1 + 3, E1 + 4, E1 + 5, E1 + 6, E1 + 2, E1 + 8),
        decoded(body).entries());
  }

  @Test
  void firstEntryOfTheLastBlockIsNeverPadding() {
    assertEquals(6, decoded(wire(E1, E1, E1, E1, E1, E1, E1, E1, E1, E1)).boots());
  }

  @Test
  void firstBootOfAllIsCountedThoughItsClockWasNeverSet() {
    PowerLossLog log = decoded(wire(4, 3_602_010, E1, 0, 0));
    assertEquals(List.of(E1), log.deviceMillis());
    assertEquals(List.of(4L, 3_602_010L), log.unsetClockMillis());
    assertEquals(2, log.unsetClockBoots());
    assertEquals(3, log.boots());
  }

  @ParameterizedTest
  @CsvSource({"1661949999999,false", "1661950000000,true"})
  void clockCountsAsSetFromTheFirstMeterOn(long millis, boolean set) {
    assertEquals(set, PowerLossLog.isClockSet(millis));
  }

  @Test
  void entriesAfterAClockSetBackAreNotRefused() {
    List<Long> entries = List.of(E1 + 9_000_000, E1, E1 + 4);
    assertEquals(entries, decoded(PowerLossCodec.encode(new PowerLossLog(entries))).entries());
  }

  @Test
  void emptyBodyIsAMeterWithoutBoots() {
    assertEquals(PowerLossLog.EMPTY, decoded(Bytes.EMPTY));
    assertEquals(PowerLossLog.EMPTY, decoded(wire(0, 0, 0, 0, 0)));
  }

  @ParameterizedTest
  @CsvSource({"1", "16", "64", "79"})
  void cutBodyKeepsItsWholeBlocks(int rest) {
    Bytes body = PowerLossCodec.encode(new PowerLossLog(upTo(8))).slice(0, 80 + rest);
    assertMalformed(body, upTo(5), 80, "the last block has " + rest + " of 80 bytes");
  }

  @Test
  void upperHalfOfAnEntryMustBeZero() {
    byte[] bytes = wire(E1, E1 + 1, E1 + 2, 0, 0).toArray();
    bytes[16 + 15] = 1;
    assertMalformed(Bytes.copyOf(bytes), List.of(E1), 16, "an entry is beyond the meter's clock");
  }

  @ParameterizedTest
  @CsvSource({"4294967296000", "-1"})
  void entryBeyondTheMetersClockIsRefused(long entry) {
    assertMalformed(wire(E1, E1 + 1, entry, 0, 0), upTo(2), 32, "an entry is beyond the meter's clock");
  }

  // 3c631cd08b010000: the low byte of 1700003603260 ms is 0x3c, the letter "<"
  @Test
  void anEntryMayBeginLikeAWebPage() {
    for (String lowBytes : List.of("3c63", "203c", "0d0a")) {
      Bytes body = Bytes.ofHex(lowBytes + "1cd08b0100000000000000000000" + "00".repeat(64));
      assertEquals(1, decoded(body).boots(), lowBytes);
    }
  }

  @Test
  void webPageIsRefusedByName() {
    Bytes page = Bytes.copyOf("<h1>INTERNAL ERROR</h1>".getBytes(StandardCharsets.US_ASCII));
    assertMalformed(page, List.of(), 0, "a web page, not meter data");
  }

  @Test
  void bodyLongerThanAnyFlashIsRefused() {
    Bytes body = Bytes.copyOf(new byte[PowerLossCodec.LONGEST_BODY + 80]);
    assertMalformed(body, List.of(), PowerLossCodec.LONGEST_BODY, "longer than any meter can store");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void whatIsEncodedDecodesToTheSame(int seed) {
    var random = new SplittableRandom(seed);
    var entries = new ArrayList<Long>();
    long millis = random.nextBoolean() ? 3 : E1;
    for (int i = random.nextInt(60); i > 0; i--) {
      entries.add(millis);
      millis += random.nextInt(4) == 0 ? random.nextLong(1, 9) : random.nextLong(1, 1_000_000_000);
    }
    var log = new PowerLossLog(entries);
    assertEquals(new DecodedPowerLosses.Complete(log), PowerLossCodec.decode(PowerLossCodec.encode(log)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void randomBytesAreRefusedEvenWithTheLengthOfBlocks(int seed) {
    var random = new SplittableRandom(seed);
    byte[] noise = new byte[80 * random.nextInt(1, 50)];
    random.nextBytes(noise);
    assertInstanceOf(DecodedPowerLosses.Malformed.class, PowerLossCodec.decode(Bytes.copyOf(noise)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void anyBytesGiveAResultWithAnOffsetInTheBody(int seed) {
    var random = new SplittableRandom(seed);
    byte[] bytes = PowerLossCodec.encode(new PowerLossLog(upTo(random.nextInt(1, 30)))).toArray();
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    Bytes body = Bytes.copyOf(bytes).slice(0, random.nextInt(bytes.length + 1));
    switch (PowerLossCodec.decode(body)) {
      case DecodedPowerLosses.Complete(var log) -> assertTrue(log.boots() * 16 <= body.length());
      case DecodedPowerLosses.Malformed(var log, int offset, _) -> {
        assertTrue(offset >= 0 && offset < body.length());
        assertTrue(log.boots() * 16 <= offset);
      }
    }
  }

  private static List<Long> upTo(int entries) {
    return LongStream.range(E1, E1 + entries).boxed().toList();
  }

  private static Bytes wire(long... entries) {
    var hex = new StringBuilder();
    LongStream.of(entries).flatMap(entry -> LongStream.of(entry, 0)).forEach(
        half -> Stream.iterate(half, rest -> rest >>> 8).limit(8).forEach(
            rest -> hex.append("%02x".formatted(rest & 0xff))));
    return Bytes.ofHex(hex.toString());
  }

  private static PowerLossLog decoded(Bytes body) {
    return assertInstanceOf(DecodedPowerLosses.Complete.class, PowerLossCodec.decode(body)).log();
  }

  private static void assertMalformed(Bytes body, List<Long> entries, int offset, String reason) {
    assertEquals(new DecodedPowerLosses.Malformed(new PowerLossLog(entries), offset, reason),
        PowerLossCodec.decode(body));
  }
}
