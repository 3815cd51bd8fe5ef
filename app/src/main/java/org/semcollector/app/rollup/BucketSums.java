package org.semcollector.app.rollup;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.clock.CorrectedTime;

/// Adds up what belongs to one bucket, oldest first.
final class BucketSums {
  private double energyKwh;
  private long coveredMillis;
  private int readings;
  private @Nullable TimeBand atStart;
  private TimeBand atEnd = TimeBand.CERTAIN;
  /// The times at both edges, of which bands are only made in the end: most readings are at neither.
  private @Nullable CorrectedTime firstTime;
  private @Nullable CorrectedTime lastTime;
  private final Weighted activePowerW = new Weighted();
  private final Weighted apparentPowerVa = new Weighted();
  private final Weighted voltageV = new Weighted();
  private final Weighted currentA = new Weighted();
  private float leastActivePowerW = Float.NaN;
  private float mostActivePowerW = Float.NaN;

  private static final class Weighted {
    private double sum;
    private long millis;

    void add(double value, long weight) {
      if (Double.isFinite(value)) {
        sum += value * weight;
        millis += weight;
      }
    }

    void add(Sums.Mean mean) {
      sum += mean.weighted();
      millis += mean.millis();
    }

    Sums.Mean mean() {
      return Sums.Mean.of(sum, millis);
    }
  }

  /// The sum of parts that follow each other.
  static Sums of(Collection<Sums> parts) {
    if (parts.size() == 1)
      return parts.iterator().next();
    var sum = new BucketSums();
    parts.forEach(sum::add);
    return sum.sums();
  }

  void energy(double kwh) {
    energyKwh += kwh;
  }

  void covered(long millis) {
    coveredMillis += millis;
  }

  /// A reading of such a time reaches into the bucket.
  void touchedBy(CorrectedTime time) {
    if (firstTime == null)
      firstTime = time;
    lastTime = time;
  }

  /// A save holds for a part of the bucket.
  void holds(Save save, long millis) {
    if (Double.isFinite(save.activePowerW()) && Double.isFinite(save.apparentPowerVa())) {
      activePowerW.add(save.activePowerW(), millis);
      apparentPowerVa.add(save.apparentPowerVa(), millis);
    }
    voltageV.add(save.voltageV(), millis);
    currentA.add(save.currentA(), millis);
  }

  /// A save's period ends in the bucket.
  void ends(Save save) {
    readings += save.count();
    float power = (float) save.activePowerW();
    if (Float.isFinite(power)) {
      leastActivePowerW = least(leastActivePowerW, power);
      mostActivePowerW = -least(-mostActivePowerW, -power);
    }
  }

  /// A part of the bucket that was added up before.
  void add(Sums part) {
    if (part.isNothing())
      return;
    energyKwh += part.energyKwh();
    coveredMillis += part.coveredMillis();
    readings += part.readings();
    if (part.coveredMillis() > 0) {
      atStart = atStart == null ? part.atStart() : atStart;
      atEnd = part.atEnd();
    }
    activePowerW.add(part.activePowerW());
    apparentPowerVa.add(part.apparentPowerVa());
    voltageV.add(part.voltageV());
    currentA.add(part.currentA());
    leastActivePowerW = least(leastActivePowerW, part.leastActivePowerW());
    mostActivePowerW = -least(-mostActivePowerW, -part.mostActivePowerW());
  }

  private static float least(float a, float b) {
    return Float.isNaN(a) ? b : Float.isNaN(b) ? a : Math.min(a, b);
  }

  Sums sums() {
    if (firstTime != null && lastTime != null) {
      atStart = TimeBand.of(firstTime);
      atEnd = TimeBand.of(lastTime);
    }
    return new Sums(energyKwh, coveredMillis, readings, atStart == null ? TimeBand.CERTAIN : atStart, atEnd,
        activePowerW.mean(), apparentPowerVa.mean(), voltageV.mean(), currentA.mean(), leastActivePowerW,
        mostActivePowerW);
  }
}
