package org.semcollector.protocol.simulator;

import java.time.Instant;
import java.util.SplittableRandom;

/// Real household load, made different for every seed: other weeks, another size, another split over the phases, and
/// for some more of a machine's even draw. Energy follows the measured hourly means exactly; the power at an instant
/// varies around the mean of its hour.
public final class HouseholdLoad implements Load {
  private final HouseholdYear year;
  private final long seed;
  private final double scale;
  private final double baseW;
  private final double[] phaseShare;
  private final int[] weekShifts;

  private HouseholdLoad(HouseholdYear year, long seed, double scale, double baseW, double[] phaseShare,
      int[] weekShifts) {
    this.year = year;
    this.seed = seed;
    this.scale = scale;
    this.baseW = baseW;
    this.phaseShare = phaseShare;
    this.weekShifts = weekShifts;
  }

  /// The measured household itself, everything on channel 1.
  public static HouseholdLoad asMeasured() {
    return new HouseholdLoad(HouseholdYear.get(), 0, 1, 0, new double[]{1, 0, 0}, new int[]{0});
  }

  /// The household or machine with this number.
  ///
  /// @param channels over how many channels the load is spread, 1 to 3
  public static HouseholdLoad ofSeed(long seed, int channels) {
    var random = new SplittableRandom(seed);
    int households = switch (random.nextInt(4)) {
      case 0, 1 -> 1;
      case 2 -> 3;
      default -> 8;
    };
    double baseW = random.nextInt(3) == 0 ? 200 + random.nextInt(600) : random.nextInt(60);
    double scale = 0.5 + random.nextDouble();
    var shifts = random.ints(households, 0, 26).toArray();
    return new HouseholdLoad(HouseholdYear.get(), seed, scale, baseW, split(random, channels), shifts);
  }

  private static double[] split(SplittableRandom random, int channels) {
    var share = new double[3];
    double sum = 0;
    for (int i = 0; i < channels; i++) {
      share[i] = 0.5 + random.nextDouble();
      sum += share[i];
    }
    for (int i = 0; i < channels; i++) {
      share[i] /= sum;
    }
    return share;
  }

  @Override
  public Sample at(Instant time, int channel) {
    long hour = HouseholdYear.hourOf(time);
    double share = phaseShare[channel - 1];
    double wobble = 0.75 + 0.5 * unit(time.getEpochSecond() / 10, channel);
    double reactiveVar = 0;
    for (int shift : weekShifts) {
      reactiveVar += hourOf(hour, shift).reactivePowerVar();
    }
    double voltageV = hourOf(hour, weekShifts[0]).voltageV() + unit(time.getEpochSecond() / 10, channel + 3) - 0.5;
    return new Sample(meanW(hour) * share * wobble, reactiveVar * scale * share * wobble, voltageV);
  }

  @Override
  public double energyKwh(Instant from, Instant to, int channel) {
    double wattMillis = 0;
    for (Instant start = from; start.isBefore(to);) {
      long hour = HouseholdYear.hourOf(start);
      long hourEndMillis = Math.floorDiv(start.toEpochMilli(), 3_600_000L) * 3_600_000L + 3_600_000L;
      Instant end = hourEndMillis < to.toEpochMilli() ? Instant.ofEpochMilli(hourEndMillis) : to;
      wattMillis += meanW(hour) * (end.toEpochMilli() - start.toEpochMilli());
      if (end.equals(to))
        break;
      start = end;
    }
    return wattMillis * phaseShare[channel - 1] / 3_600_000_000.0;
  }

  private double meanW(long hour) {
    double sumW = 0;
    for (int shift : weekShifts) {
      sumW += hourOf(hour, shift).activePowerW();
    }
    return baseW + scale * sumW;
  }

  private Sample hourOf(long hour, int weekShift) {
    return year.hour(hour + (long) weekShift * HouseholdYear.WEEK_HOURS);
  }

  /// An even number in [0, 1) that depends on nothing but its arguments.
  private double unit(long tick, int salt) {
    return new SplittableRandom(seed * 31 + tick * 6_364_136_223_846_793_005L + salt).nextDouble();
  }
}
