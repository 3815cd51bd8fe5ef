package org.semcollector.protocol.readout;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.powerloss.PowerLossCodec;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.reading.TestReadings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReadoutDecoderTest {
  private static final Instant VISIT = Instant.parse("2024-03-01T12:00:00Z");
  private static final long START = 1_700_000_000_000L;
  private static final List<Reading> HOURS = List.of(TestReadings.at(START), TestReadings.at(START + 3_602_000),
      TestReadings.at(START + 7_203_000));
  private static final PowerLossLog LOG = new PowerLossLog(List.of(5L, START + 3_601_000));
  private static final MeterToken TOKEN = new MeterToken("A1B2C3D4E5F6G7H8I9J0",
      UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"));

  private Optional<Bytes> version = Optional.of(ascii("102"));
  private Optional<Bytes> token = Optional.of(TOKEN.encode());
  private Bytes telemetry = ReadingCodec.encode(HOURS);
  private Bytes powerLosses = PowerLossCodec.encode(LOG);

  @Test
  void wholeReadoutIsUnderstood() {
    assertEquals(new DecodedReadout.Complete(new FirmwareVersion(102), new TokenState.Present(TOKEN), HOURS,
        List.of(SavePeriod.HOUR, SavePeriod.HOUR, SavePeriod.HOUR), LOG), decode());
  }

  @Test
  void meterThatDoesNotKnowTheVersionRequestIsTheOldest() {
    telemetry = ReadingCodec.encode(HOURS.subList(0, 1));
    for (Optional<Bytes> absent : List.of(Optional.<Bytes>empty(), Optional.of(Bytes.EMPTY))) {
      version = absent;
      DecodedReadout.Complete decoded = complete();
      assertEquals(FirmwareVersion.OLDEST, decoded.version());
      assertEquals(List.of(SavePeriod.MINUTE), decoded.periods());
    }
  }

  @Test
  void meterWithoutTokenCanBeCollected() {
    for (Optional<Bytes> unset : List.of(Optional.<Bytes>empty(), Optional.of(Bytes.EMPTY),
        Optional.of(Bytes.copyOf(new byte[56])))) {
      token = unset;
      assertEquals(new TokenState.Unset(), complete().token());
    }
  }

  @Test
  void unreadableTokenDoesNotSpoilTheReadout() {
    token = Optional.of(ascii("secret-secret"));
    assertEquals(new TokenState.Unreadable("13 of 56 bytes"), complete().token());
    token = Optional.of(ascii("x".repeat(56)));
    var unreadable = assertInstanceOf(TokenState.Unreadable.class, complete().token());
    assertFalse(unreadable.reason().contains("xxx"));
  }

  @Test
  void powerLossesWithoutReadingsAreNormalInTheFirstHour() {
    telemetry = Bytes.EMPTY;
    assertEquals(List.of(), complete().readings());
    assertEquals(LOG, complete().powerLosses());
  }

  @Test
  void cutTelemetryIsNamedWithItsGoodPrefix() {
    telemetry = telemetry.slice(0, 77);
    var malformed = malformed();
    assertEquals(Endpoint.TELEMETRY, malformed.endpoint());
    assertEquals(60, malformed.offset());
    assertEquals("the last record has 17 of 30 bytes", malformed.reason());
    assertEquals(HOURS.subList(0, 2), malformed.readings());
    assertEquals(2, malformed.periods().size());
    assertEquals(LOG, malformed.powerLosses());
    assertEquals(new TokenState.Present(TOKEN), malformed.token());
  }

  @Test
  void cutLogIsNamedAndTheReadingsAreKept() {
    powerLosses = powerLosses.slice(0, 48);
    var malformed = malformed();
    assertEquals(Endpoint.POWER_LOSS_LOG, malformed.endpoint());
    assertEquals(0, malformed.offset());
    assertEquals(HOURS, malformed.readings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v102", "<html>", "-1", "12345678901", "102 103"})
  void versionThatIsNoNumberIsNamed(String text) {
    version = Optional.of(ascii(text));
    assertEquals(Endpoint.VERSION, malformed().endpoint());
    assertEquals(HOURS, malformed().readings());
  }

  @Test
  void everyPositionIsThatOfTheTelemetryBody() {
    var random = new SplittableRandom(7);
    List<Reading> readings = TestReadings.any(random, 500);
    telemetry = ReadingCodec.encode(readings);
    List<Reading> decoded = complete().readings();
    for (int i = 0; i < 500; i++) {
      assertEquals(List.of(decoded.get(i)),
          ReadingCodec.decode(telemetry.slice(30 * i, 30 * i + 30)).readings());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void anyBodiesGiveAResult(int seed) {
    var random = new SplittableRandom(seed);
    version = random.nextBoolean() ? Optional.empty() : Optional.of(noise(random, version.orElseThrow()));
    token = random.nextBoolean() ? Optional.empty() : Optional.of(noise(random, token.orElseThrow()));
    telemetry = noise(random, telemetry);
    powerLosses = noise(random, powerLosses);
    DecodedReadout decoded = decode();
    assertEquals(decoded.readings().size(), decoded.periods().size());
    if (decoded instanceof DecodedReadout.Malformed(Endpoint endpoint, int offset, _, _)) {
      int length = switch (endpoint) {
        case VERSION -> version.orElseThrow().length();
        case TELEMETRY -> telemetry.length();
        case POWER_LOSS_LOG -> powerLosses.length();
        default -> 0;
      };
      assertTrue(offset >= 0 && offset < length);
    }
  }

  private static Bytes noise(RandomGenerator random, Bytes valid) {
    return switch (random.nextInt(3)) {
      case 0 -> valid;
      case 1 -> {
        byte[] changed = valid.toArray();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        yield Bytes.copyOf(changed).slice(0, random.nextInt(changed.length + 1));
      }
      default -> {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        yield Bytes.copyOf(bytes);
      }
    };
  }

  private DecodedReadout decode() {
    return ReadoutDecoder.decode(new Readout(version, token, telemetry, powerLosses, VISIT));
  }

  private DecodedReadout.Complete complete() {
    return assertInstanceOf(DecodedReadout.Complete.class, decode());
  }

  private DecodedReadout.Malformed malformed() {
    return assertInstanceOf(DecodedReadout.Malformed.class, decode());
  }

  private static Bytes ascii(String text) {
    return Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII));
  }
}
