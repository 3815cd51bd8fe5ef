package org.semcollector.protocol.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Readings for tests, from a seeded source.
public final class TestReadings {
  private TestReadings() {}

  /// Any readings a meter can send: any floats, NaN and infinities among them, any stamp up to 2106.
  public static List<Reading> any(RandomGenerator random, int count) {
    var readings = new ArrayList<Reading>();
    for (int i = 0; i < count; i++) {
      readings.add(new Reading(random.nextInt(1, 4), anyFloat(random), anyFloat(random), anyFloat(random),
          anyFloat(random), anyFloat(random), random.nextLong(ReadingCodec.LAST_DEVICE_MILLIS + 1)));
    }
    return readings;
  }

  public static Reading at(long deviceMillis) {
    return at(1, deviceMillis);
  }

  public static Reading at(int channel, long deviceMillis) {
    return new Reading(channel, 1234.5f, 1300.25f, 5.5f, 229.75f, 0.6125f, deviceMillis);
  }

  private static float anyFloat(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> Float.NaN;
      case 1 -> Float.POSITIVE_INFINITY;
      case 2 -> Float.NEGATIVE_INFINITY;
      case 3 -> 0f;
      case 4 -> Float.intBitsToFloat(random.nextInt());
      default -> random.nextFloat() * 4000;
    };
  }
}
