package org.semcollector.protocol.thingsboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.reading.TestReadings;

final class TestPoints {
  static final Instant AT = Instant.ofEpochMilli(1_700_003_603_450L);

  private TestPoints() {}

  static TelemetryPoint exact(Reading reading) {
    return new TelemetryPoint(reading, SavePeriod.HOUR, new CorrectedTime(AT, AT, AT, Why.CLOCK_SET),
        OptionalDouble.empty(), false);
  }

  static List<TelemetryPoint> any(RandomGenerator random, int count) {
    var points = new ArrayList<TelemetryPoint>();
    for (Reading reading : TestReadings.any(random, count)) {
      Instant at = Instant.ofEpochMilli(random.nextLong(946_684_800_000L, 4_102_444_800_000L));
      var time = new CorrectedTime(at, at.minusMillis(random.nextLong(1_000_000_000)),
          at.plusMillis(random.nextLong(1_000_000_000)), Why.SHARED_OUT);
      points.add(new TelemetryPoint(reading, random.nextBoolean() ? SavePeriod.HOUR : SavePeriod.MINUTE, time,
          random.nextBoolean() ? OptionalDouble.of(random.nextDouble() * 1e6) : OptionalDouble.empty(),
          random.nextBoolean()));
    }
    return points;
  }
}
