package org.semcollector.protocol.thingsboard;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TelemetryJsonTest {
  private static final Reading READING = new Reading(1, 975.0f, 1300.0f, 5.5f, 229.75f, 0.6125f, 1_700_000_000_000L);
  private static final String MEMBER = "\"([a-z_0-9]+)\":(-?[0-9]+(?:\\.[0-9]{1,16})?)";
  private static final Pattern POINT = Pattern
      .compile("\\{\"ts\":[0-9]+,\"values\":\\{(" + MEMBER + "(?:," + MEMBER + ")*)}}");

  // power factor: 975 / 1300 = 0.75
  @Test
  void goldenPoint() {
    assertEquals("[{\"ts\":1700003603450,\"values\":{\"ct_id\":1,\"real_power\":975.0,\"apparent_power\":1300.0,"
        + "\"i_rms\":5.5,\"v_rms\":229.75,\"kwh\":0.6125,\"power_factor\":0.75,\"time_uncertainty_s\":0.0}}]",
        encode(TestPoints.exact(READING)));
  }

  // uncertainty: the wider side, 1,800.5 s; minute record: 0.75 kWh / 60 = 0.0125 kWh
  @Test
  void goldenPointOfOneOfThreePhases() {
    var reading = new Reading(2, 100f, 0f, 0.5f, 230f, 0.75f, 0);
    Instant at = TestPoints.AT;
    var time = new CorrectedTime(at, at.minusMillis(1_800_500), at.plusMillis(900_000), Why.VISIT);
    var point = new TelemetryPoint(reading, SavePeriod.MINUTE, time, OptionalDouble.of(12), true);
    assertEquals("[{\"ts\":1700003603450,\"values\":{\"ct_id\":2,\"real_power\":100.0,\"real_power_l2\":100.0,"
        + "\"apparent_power\":0.0,\"apparent_power_l2\":0.0,\"i_rms\":0.5,\"i_rms_l2\":0.5,"
        + "\"v_rms\":230.0,\"v_rms_l2\":230.0,\"kwh\":0.0125,\"kwh_l2\":0.0125,"
        + "\"kwh_total_l2\":12.0,\"time_uncertainty_s\":1800.5}}]", encode(point));
  }

  @Test
  void totalOfASinglePhaseMeterHasNoSuffix() {
    Instant at = TestPoints.AT;
    var point = new TelemetryPoint(READING, SavePeriod.HOUR, new CorrectedTime(at, at, at, Why.CLOCK_SET),
        OptionalDouble.of(1234.5), false);
    assertTrue(encode(point).contains("\"kwh_total\":1234.5,"));
  }

  @Test
  void valueThatIsNotFiniteIsLeftOutWithItsKey() {
    var reading = new Reading(1, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 230f, Float.NaN, 0);
    assertEquals("[{\"ts\":1700003603450,\"values\":{\"ct_id\":1,\"v_rms\":230.0,\"time_uncertainty_s\":0.0}}]",
        encode(TestPoints.exact(reading)));
  }

  @Test
  void severalPointsAreOneArrayInTheirOrder() {
    TelemetryPoint point = TestPoints.exact(READING);
    String one = encode(point).substring(1, encode(point).length() - 1);
    assertEquals("[" + one + "," + one + "]",
        text(TelemetryBatch.of(List.of(point, point)).body()));
  }

  @Test
  void emptyArrayCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> TelemetryBatch.of(List.of()));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      1970-01-01T01:00:00Z,      false
      1999-12-31T23:59:59.999Z,  false
      2000-01-01T00:00:00Z,      true
      2099-12-31T23:59:59.999Z,  true
      2100-01-01T00:00:00Z,      false
      """)
  void onlyStampsTheServerKeepsCanBeUploaded(Instant at, boolean can) {
    assertEquals(can, TelemetryPoint.canBeUploaded(at));
    var time = new CorrectedTime(at, at, at.plus(Duration.ofHours(1)), Why.RAW);
    if (!can) {
      assertThrows(IllegalArgumentException.class,
          () -> new TelemetryPoint(READING, SavePeriod.HOUR, time, OptionalDouble.empty(), false));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void everyBodyIsWhatTheServerStoresAsNumbers(int seed) {
    var random = new SplittableRandom(seed);
    String json = text(TelemetryBatch.of(TestPoints.any(random, random.nextInt(1, 60))).body());
    assertTrue(json.startsWith("[{") && json.endsWith("}}]"), json);
    int end = 0;
    var points = POINT.matcher(json);
    while (points.find()) {
      assertEquals(end + 1, points.start(), "nothing but commas between points");
      end = points.end();
      assertMembers(points.group(1));
    }
    assertEquals(json.length() - 1, end);
  }

  /// Each key once, with the one numeric type it has for ever: only the channel is an integer.
  private static void assertMembers(String members) {
    Set<String> keys = new HashSet<>();
    var member = Pattern.compile(MEMBER).matcher(members);
    while (member.find()) {
      assertTrue(keys.add(member.group(1)), members);
      assertEquals(member.group(1).equals("ct_id"), !member.group(2).contains("."), members);
    }
    assertTrue(keys.contains("ct_id"));
  }

  private static String encode(TelemetryPoint point) {
    return text(TelemetryBatch.of(List.of(point)).body());
  }

  private static String text(Bytes json) {
    return new String(json.toArray(), StandardCharsets.US_ASCII);
  }
}
