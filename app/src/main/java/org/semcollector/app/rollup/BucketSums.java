package org.semcollector.app.rollup;

import java.util.Collection;
import org.semcollector.app.rollup.Sums.Mean;

/// Adds up what belongs to one bucket, oldest first. Plain numbers until the end: a year has 8,760 hours.
final class BucketSums {
  private final long from;
  private final long to;
  private double energyKwh;
  private long coveredMillis;
  private int readings;
  private boolean touched;
  private long startEarlier;
  private long startLater;
  private long endEarlier;
  private long endLater;
  private double activePower;
  private double apparentPower;
  private long activeMillis;
  private long apparentMillis;
  private double voltage;
  private long voltageMillis;
  private double current;
  private long currentMillis;
  private float leastActivePowerW = Float.NaN;
  private float mostActivePowerW = Float.NaN;

  /// @param from start of the bucket, ms since 1970
  /// @param to its end, excluded
  BucketSums(long from, long to) {
    this.from = from;
    this.to = to;
  }

  /// The sum of parts that follow each other.
  static Sums of(Collection<Sums> parts) {
    if (parts.size() == 1)
      return parts.iterator().next();
    var sum = new BucketSums(0, 0);
    parts.forEach(sum::add);
    return sum.sums(TimeBand.CERTAIN);
  }

  long from() {
    return from;
  }

  long to() {
    return to;
  }

  boolean isAt(long millis) {
    return millis >= from && millis < to;
  }

  void energy(double kwh) {
    energyKwh += kwh;
  }

  void covered(long millis) {
    coveredMillis += millis;
  }

  /// A reading whose time is so uncertain reaches into the bucket.
  void touchedBy(long earlierMillis, long laterMillis) {
    if (!touched) {
      startEarlier = earlierMillis;
      startLater = laterMillis;
    }
    touched = true;
    endEarlier = earlierMillis;
    endLater = laterMillis;
  }

  /// A save holds for a part of the bucket. The sum of what is not finite is not finite.
  void holds(Save save, long millis) {
    if (Double.isFinite(save.activePowerW()) && Double.isFinite(save.apparentPowerVa())) {
      activePower += save.activePowerW() * millis;
      activeMillis += millis;
      apparentPower += save.apparentPowerVa() * millis;
      apparentMillis += millis;
    }
    if (Double.isFinite(save.voltageV())) {
      voltage += save.voltageV() * millis;
      voltageMillis += millis;
    }
    if (Double.isFinite(save.currentA())) {
      current += save.currentA() * millis;
      currentMillis += millis;
    }
  }

  /// A reading's period ends in the bucket.
  void counts() {
    readings++;
  }

  /// A save's period ends in the bucket.
  void ends(Save save) {
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
      touchedBy(part.atStart());
      touchedBy(part.atEnd());
    }
    activePower += part.activePowerW().weighted();
    activeMillis += part.activePowerW().millis();
    apparentPower += part.apparentPowerVa().weighted();
    apparentMillis += part.apparentPowerVa().millis();
    voltage += part.voltageV().weighted();
    voltageMillis += part.voltageV().millis();
    current += part.currentA().weighted();
    currentMillis += part.currentA().millis();
    leastActivePowerW = least(leastActivePowerW, part.leastActivePowerW());
    mostActivePowerW = -least(-mostActivePowerW, -part.mostActivePowerW());
  }

  private static float least(float a, float b) {
    return Float.isNaN(a) ? b : Float.isNaN(b) ? a : Math.min(a, b);
  }

  private void touchedBy(TimeBand band) {
    touchedBy(band.earlier().toMillis(), band.later().toMillis());
  }

  /// @param likely the band it may have at its edges: neighbours mostly have the same
  Sums sums(TimeBand likely) {
    TimeBand atStart = likely.orOf(startEarlier, startLater);
    return new Sums(energyKwh, coveredMillis, readings, atStart, atStart.orOf(endEarlier, endLater),
        Mean.of(activePower, activeMillis), Mean.of(apparentPower, apparentMillis), Mean.of(voltage, voltageMillis),
        Mean.of(current, currentMillis), leastActivePowerW, mostActivePowerW);
  }
}
