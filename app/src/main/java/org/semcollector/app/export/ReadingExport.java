package org.semcollector.app.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.semcollector.app.export.RowWriter.Cell;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.thingsboard.PlainDecimal;

/// Readings one by one: raw stamp and corrected time with its interval, values as sent, energy without the old
/// firmware's scale error.
public final class ReadingExport {
  public static final List<String> COLUMNS = List.of("meter", "ct", "record", "deviceMillis", "measuredAt", "earliest",
      "latest", "activePowerW", "apparentPowerVa", "currentA", "voltageV", "intervalEnergyKwh", "powerFactor");
  private static final DateTimeFormatter UTC_MILLIS = DateTimeFormatter
      .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", java.util.Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int REPORT_EVERY = 10_000;

  private final ReadingStore readings;

  public ReadingExport(ReadingStore readings) {
    this.readings = readings;
  }

  /// Writes the readings of meters one meter after the other, oldest first.
  ///
  /// @return how many were written
  public long write(List<Ssid> meters, Range range, RowWriter writer, Progress progress) throws StoreException {
    var count = new long[1];
    writer.begin(COLUMNS);
    for (Ssid meter : meters) {
      readings.forEach(meter, range, reading -> {
        writer.row(row(reading));
        if (++count[0] % REPORT_EVERY == 0)
          progress.at(count[0], -1);
      });
    }
    writer.end();
    return count[0];
  }

  private static List<Cell> row(StoredReading stored) {
    Reading raw = stored.raw();
    return List.of(new Cell.Text(stored.ssid().value()), whole(raw.channel()), whole(stored.record()),
        whole(raw.deviceMillis()), time(stored.time().measuredAt()), time(stored.time().earliest()),
        time(stored.time().latest()), decimal(raw.activePowerW()), decimal(raw.apparentPowerVa()),
        decimal(raw.currentA()), decimal(raw.voltageV()), energy(stored),
        raw.powerFactor().isPresent() ? decimal(raw.powerFactor().getAsDouble()) : Cell.EMPTY);
  }

  /// The float's own shortest form where nothing was scaled.
  private static Cell energy(StoredReading stored) {
    return stored.period() == SavePeriod.HOUR
        ? decimal(stored.raw().intervalEnergyKwh())
        : decimal(stored.intervalEnergyKwh());
  }

  static Cell time(Instant instant) {
    return new Cell.Text(UTC_MILLIS.format(instant));
  }

  static Cell whole(long value) {
    return new Cell.Plain(Long.toString(value));
  }

  static Cell decimal(float value) {
    return Float.isFinite(value) ? new Cell.Plain(PlainDecimal.of(value)) : Cell.EMPTY;
  }

  static Cell decimal(double value) {
    return Double.isFinite(value) ? new Cell.Plain(PlainDecimal.of(value)) : Cell.EMPTY;
  }
}
