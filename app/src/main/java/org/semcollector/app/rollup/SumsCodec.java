package org.semcollector.app.rollup;

import java.time.Duration;
import org.semcollector.app.rollup.Sums.Mean;

/// [Sums] in as few bytes as they need, about 45 for a day.
final class SumsCodec {
  private static final int ENERGY_OFF_GRID = 1;
  private static final int UNCERTAIN = 2;
  private static final int OTHER_WEIGHTS = 4;
  private static final int NO_POWER = 8;
  /// Larger numbers of steps are no longer exact.
  private static final double MOST_STEPS = 0x1p53;

  private SumsCodec() {}

  static void write(PackedWriter out, Sums sums) {
    double steps = sums.energyKwh() / Energy.STEP_KWH;
    boolean onGrid = Math.abs(steps) <= MOST_STEPS && steps == Math.rint(steps);
    boolean certain = sums.atStart().equals(TimeBand.CERTAIN) && sums.atEnd().equals(TimeBand.CERTAIN);
    boolean sameWeights = isWeightedByCover(sums);
    boolean noPower = Float.isNaN(sums.leastActivePowerW());
    out.unsigned((onGrid ? 0 : ENERGY_OFF_GRID) | (certain ? 0 : UNCERTAIN) | (sameWeights ? 0 : OTHER_WEIGHTS)
        | (noPower ? NO_POWER : 0));
    if (onGrid)
      out.signed((long) steps);
    else
      out.full(sums.energyKwh());
    out.unsigned(sums.coveredMillis());
    out.unsigned(sums.readings());
    if (!certain) {
      write(out, sums.atStart());
      write(out, sums.atEnd());
    }
    for (Mean mean : means(sums)) {
      out.single(mean.value());
      if (!sameWeights)
        out.unsigned(mean.millis());
    }
    if (!noPower) {
      out.single(sums.leastActivePowerW());
      out.single(sums.mostActivePowerW());
    }
  }

  static Sums read(PackedReader in) {
    int flags = in.count();
    double energyKwh = (flags & ENERGY_OFF_GRID) == 0 ? in.signed() * Energy.STEP_KWH : in.full();
    long coveredMillis = in.unsigned();
    int readings = in.count();
    boolean uncertain = (flags & UNCERTAIN) != 0;
    TimeBand atStart = uncertain ? band(in) : TimeBand.CERTAIN;
    TimeBand atEnd = uncertain ? band(in) : TimeBand.CERTAIN;
    var means = new Mean[4];
    for (int i = 0; i < means.length; i++) {
      float value = in.single();
      means[i] = new Mean(value, (flags & OTHER_WEIGHTS) != 0 ? in.unsigned() : coveredMillis);
    }
    boolean power = (flags & NO_POWER) == 0;
    return new Sums(energyKwh, coveredMillis, readings, atStart, atEnd, means[0], means[1], means[2], means[3],
        power ? in.single() : Float.NaN, power ? in.single() : Float.NaN);
  }

  private static Mean[] means(Sums sums) {
    return new Mean[]{sums.activePowerW(), sums.apparentPowerVa(), sums.voltageV(), sums.currentA()};
  }

  private static boolean isWeightedByCover(Sums sums) {
    for (Mean mean : means(sums)) {
      if (mean.millis() != sums.coveredMillis())
        return false;
    }
    return true;
  }

  private static void write(PackedWriter out, TimeBand band) {
    out.unsigned(band.earlier().toMillis());
    out.unsigned(band.later().toMillis());
  }

  private static TimeBand band(PackedReader in) {
    return new TimeBand(Duration.ofMillis(in.unsigned()), Duration.ofMillis(in.unsigned()));
  }
}
