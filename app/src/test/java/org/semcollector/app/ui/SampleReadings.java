package org.semcollector.app.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.semcollector.app.chart.SampleBuckets;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// Readings of a real household, an hour each, on three channels.
final class SampleReadings implements ReadingStore {
  private static final double[] PHASES = {0.5, 0.333, 0.167};

  private final SampleBuckets sample;
  private final Range gap;
  private final Instant now;

  SampleReadings(SampleBuckets sample, Range gap, Instant now) {
    this.sample = sample;
    this.gap = gap;
    this.now = now;
  }

  @Override
  public void forEach(Ssid ssid, Range range, Consumer<StoredReading> consumer) {
    readings(ssid, range).forEach(consumer);
  }

  @Override
  public List<StoredReading> readings(Ssid ssid, Range range) {
    double scale = 1.0 / (1 + Integer.parseInt(ssid.value().substring(ssid.value().length() - 2), 16) % 5);
    List<StoredReading> readings = new ArrayList<>();
    sample.hours(new Range(range.from().minusSeconds(3600), range.to().minusSeconds(3600))).forEach((from, values) -> {
      Instant end = from.plusSeconds(3600);
      boolean missing = (!from.isBefore(gap.from()) && from.isBefore(gap.to())) || end.isAfter(now);
      for (int channel = 1; channel <= PHASES.length && !missing; channel++)
        readings.add(reading(ssid, readings.size(), channel, end.plusSeconds(channel), values, scale));
    });
    return readings;
  }

  private static StoredReading reading(Ssid ssid, int record, int channel, Instant at, double[] values, double scale) {
    double share = scale * PHASES[channel - 1];
    float watts = (float) (values[0] * 1000 * share);
    float factor = (float) (0.97 - 0.2 * Math.exp(-values[0]));
    Reading raw = new Reading(channel, watts, watts / factor, (float) (values[2] * share),
        (float) (values[1] + channel - 2), (float) (values[0] * share), at.toEpochMilli());
    boolean uncertain = !at.isBefore(SampleBuckets.UNCERTAIN.from()) && at.isBefore(SampleBuckets.UNCERTAIN.to());
    Duration half = uncertain ? Duration.ofMinutes(25) : Duration.ofSeconds(5);
    return new StoredReading(record, ssid, record, raw, SavePeriod.HOUR,
        new CorrectedTime(at, at.minus(half), at.plus(half), Why.RAW));
  }
}
