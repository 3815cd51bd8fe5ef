package org.semcollector.app.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// Readings one by one: raw stamp and corrected time with its interval and what it rests on, values as sent, energy
/// without the old firmware's scale error, raw and with the meter's energy factor.
public final class ReadingExport {
  public static final List<String> COLUMNS = List.of("meter", "ct", "record", "deviceMillis", "measuredAt", "earliest",
      "latest", "activePowerW", "apparentPowerVa", "currentA", "voltageV", "intervalEnergyKwh", "powerFactor", "name",
      "channelName", "measuredAtMillis", "measuredAtLocal", "zone", "why", "intervalSeconds", "correction",
      "energyFactor", "scaledEnergyKwh");
  private static final int REPORT_EVERY = 4096;
  private static final int STEPS = 1000;

  private final ReadingStore readings;

  public ReadingExport(ReadingStore readings) {
    this.readings = readings;
  }

  /// Writes the readings of meters one meter after the other, oldest first, in constant memory.
  ///
  /// @return how many were written, and whether those are all
  public Rows write(List<ExportedMeter> meters, Range range, RowWriter writer, Progress progress)
      throws StoreException, IOException {
    long count = 0;
    writer.begin(COLUMNS);
    for (int i = 0; i < meters.size(); i++) {
      var rows = new OneMeter(meters.get(i), i, meters.size(), range, writer, progress);
      try {
        readings.forEach(meters.get(i).ssid(), range, rows::write);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      } catch (Stopped _) {
        return new Rows(count + rows.count, false);
      }
      count += rows.count;
    }
    writer.end();
    return new Rows(count, true);
  }

  /// Leaves the store's loop; nothing is wrong.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  /// The rows of one meter.
  private static final class OneMeter {
    private final ExportedMeter meter;
    private final int place;
    private final int meters;
    private final Range range;
    private final RowWriter writer;
    private final Progress progress;
    private long count;

    OneMeter(ExportedMeter meter, int place, int meters, Range range, RowWriter writer, Progress progress) {
      this.meter = meter;
      this.place = place;
      this.meters = meters;
      this.range = range;
      this.writer = writer;
      this.progress = progress;
    }

    void write(StoredReading reading) {
      if (count % REPORT_EVERY == 0)
        report(reading);
      count++;
      try {
        raw(reading);
        quality(reading);
        writer.endRow();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void report(StoredReading reading) {
      if (progress.cancelled())
        throw new Stopped();
      double share = meter.progress(reading.time().measuredAt(), range);
      progress.at(place * (long) STEPS + (long) (share * STEPS), meters * (long) STEPS);
    }

    private void raw(StoredReading stored) throws IOException {
      Reading raw = stored.raw();
      writer.text(meter.ssid().value());
      writer.whole(raw.channel());
      writer.whole(stored.record());
      writer.whole(raw.deviceMillis());
      writer.utc(stored.time().measuredAt().toEpochMilli());
      writer.utc(stored.time().earliest().toEpochMilli());
      writer.utc(stored.time().latest().toEpochMilli());
      writer.decimal(raw.activePowerW());
      writer.decimal(raw.apparentPowerVa());
      writer.decimal(raw.currentA());
      writer.decimal(raw.voltageV());
      energy(stored);
      Cells.optional(writer, raw.powerFactor());
    }

    /// The float's own shortest form where nothing was scaled.
    private void energy(StoredReading stored) throws IOException {
      if (stored.period() == SavePeriod.HOUR)
        writer.decimal(stored.raw().intervalEnergyKwh());
      else
        writer.decimal(stored.intervalEnergyKwh());
    }

    private void quality(StoredReading stored) throws IOException {
      writer.text(meter.name());
      writer.text(meter.channelName(stored.raw().channel()));
      writer.whole(stored.time().measuredAt().toEpochMilli());
      writer.local(stored.time().measuredAt().toEpochMilli(), meter.zone());
      writer.text(meter.zone().getId());
      writer.text(stored.time().why().name());
      Cells.seconds(writer, Duration.between(stored.time().earliest(), stored.time().latest()));
      writer.text(meter.corrections().of(stored.key()));
      OptionalDouble factor = meter.energyFactor();
      Cells.optional(writer, factor);
      if (factor.isPresent())
        writer.decimal(stored.intervalEnergyKwh() * factor.getAsDouble());
    }
  }
}
