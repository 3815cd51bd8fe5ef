package org.semcollector.protocol.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.clock.profile.Sample;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;

/// Saves as hours: the channels of a save together, minute saves of an hour together.
final class HourSamples {
  /// Less of an hour than this tells too little of it.
  private static final double LEAST_HOURS = 1 / 3.0;

  private final ClockProblem problem;
  private final List<Save> saves;
  private final long originMillis;

  HourSamples(ClockProblem problem, long originMillis) {
    this.problem = problem;
    this.originMillis = originMillis;
    saves = Save.of(problem);
  }

  /// Earlier readings by their true times.
  static List<Sample> known(List<TimedReading> readings, long originMillis) {
    var byTrueTime = new ClockProblem(readings.stream().map(HourSamples::atTrueTime).toList(),
        readings.stream().map(TimedReading::period).toList(), PowerLossLog.EMPTY, Optional.empty(), Instant.EPOCH);
    return new HourSamples(byTrueTime, originMillis).of(0, readings.size());
  }

  /// @param from position of the first reading
  /// @param to position after the last reading
  List<Sample> of(int from, int to) {
    var samples = new ArrayList<Sample>();
    var hour = new Hour();
    for (Save save : saves) {
      if (save.from() < from || save.to() > to)
        continue;
      if (hour.isBrokenBy(save))
        hour.moveTo(samples);
      hour.add(save);
      if (hour.hours >= 1)
        hour.moveTo(samples);
    }
    hour.moveTo(samples);
    return samples;
  }

  private static Reading atTrueTime(TimedReading timed) {
    Reading r = timed.reading();
    return new Reading(r.channel(), r.activePowerW(), r.apparentPowerVa(), r.currentA(), r.voltageV(),
        r.intervalEnergyKwh(), timed.measuredAt().toEpochMilli());
  }

  /// The saves since the last whole hour.
  private final class Hour {
    private double hours;
    private double energyKwh;
    private double voltageV;
    private double currentA;
    private long lastMillis;

    boolean isBrokenBy(Save save) {
      return hours > 0 && Math.abs(save.firstMillis() - lastMillis) > 3 * save.periodMillis();
    }

    void add(Save save) {
      hours += save.periodMillis() / 3_600_000.0;
      lastMillis = save.firstMillis();
      voltageV = 0;
      currentA = 0;
      for (int i = save.from(); i < save.to(); i++) {
        Reading reading = problem.readings().get(i);
        energyKwh += problem.periods().get(i).energyKwh(reading);
        voltageV += reading.voltageV() / (save.to() - save.from());
        currentA += reading.currentA();
      }
    }

    void moveTo(List<Sample> samples) {
      if (hours >= LEAST_HOURS)
        samples.add(new Sample((lastMillis - originMillis) / 60_000.0, energyKwh / hours, voltageV, currentA));
      hours = 0;
      energyKwh = 0;
    }
  }
}
