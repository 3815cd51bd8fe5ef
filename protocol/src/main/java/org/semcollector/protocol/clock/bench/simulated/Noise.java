package org.semcollector.protocol.clock.bench.simulated;

import java.util.SplittableRandom;

/// Random numbers that belong to places, not to an order of calls: the same seed and place always give the same.
///
/// @param seed of everything
record Noise(long seed) {
  /// Standard normal.
  double normal(long place) {
    return at(place).nextGaussian();
  }

  /// Even between 0 and 1.
  double even(long place) {
    return at(place).nextDouble();
  }

  /// Standard normal at whole places, going over smoothly between them.
  double smooth(double place) {
    long below = (long) Math.floor(place);
    double part = place - below;
    double sum = normal(below) * (1 - part) + normal(below + 1) * part;
    return sum / Math.sqrt(part * part + (1 - part) * (1 - part));
  }

  /// Another one that has nothing to do with this.
  Noise other(long number) {
    return new Noise(seed * 1_000_003 + number);
  }

  private SplittableRandom at(long place) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ place * 0xC2B2AE3D27D4EB4FL);
  }
}
