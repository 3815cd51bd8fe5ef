package org.semcollector.app.export;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ReadingExportTest {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:00:00:01");
  private static final Ssid OTHER = new Ssid("SEM-24:6f:28:00:00:02");
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final Reading PLAIN = new Reading(2, 1234.5f, 1300.25f, 5.5f, 229.75f, 0.6125f, 1_700_003_603_450L);

  @Test
  void theColumnsAreThoseOfTheDocument() throws StoreException {
    assertEquals(
        "meter,ct,record,deviceMillis,measuredAt,earliest,latest,activePowerW,apparentPowerVa,currentA,voltageV,"
            + "intervalEnergyKwh,powerFactor\n",
        csv(List.of(METER)));
  }

  @Test
  void aReadingIsWrittenAsItIs() throws StoreException {
    // power factor: 1234.5 / 1300.25; the energy is the float's shortest form, not 0.612500011920929
    assertEquals("SEM-24:6f:28:00:00:01,2,7,1700003603450,2026-03-01T10:00:00.000Z,2026-03-01T09:59:00.000Z,"
        + "2026-03-01T10:00:00.250Z,1234.5,1300.25,5.5,229.75,0.6125,0.9494328013843492",
        row(stored(METER, 7, PLAIN, SavePeriod.HOUR)));
  }

  @Test
  void energyOfOldFirmwareIsDividedBySixty() throws StoreException {
    // 0.75 / 60 = 0.0125 exactly as people write it
    Reading old = new Reading(1, 1, 1, 1, 1, 0.75f, 5);
    assertEquals("0.0125", cell(row(stored(METER, 0, old, SavePeriod.MINUTE)), 11));
    assertEquals("0.75", cell(row(stored(METER, 0, old, SavePeriod.HOUR)), 11));
  }

  @Test
  void valuesThatAreNotFiniteAreEmptyCells() throws StoreException {
    Reading odd = new Reading(1, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, Float.NaN, 9);
    String row = row(stored(METER, 0, odd, SavePeriod.HOUR));
    assertEquals("2026-03-01T10:00:00.250Z,,,,,,", row.substring(row.indexOf("2026-03-01T10:00:00.250Z")));
    assertEquals("", cell(row(stored(METER, 0, odd, SavePeriod.MINUTE)), 11));
  }

  @Test
  void withoutApparentPowerThereIsNoPowerFactor() throws StoreException {
    assertEquals("", cell(row(stored(METER, 0, new Reading(1, 0, 0, 0, 230, 0, 1), SavePeriod.HOUR)), 12));
    assertEquals("", cell(row(stored(METER, 0, new Reading(1, 5, 0, 0, 230, 0, 1), SavePeriod.HOUR)), 12));
  }

  @Test
  void tinyAndHugeNumbersHaveNoExponent() throws StoreException {
    String row = row(stored(METER, 0, new Reading(1, 1e-9f, 1e9f, 2.5e-7f, 1e7f, 1.5e-8f, -1), SavePeriod.HOUR));
    assertEquals("-1", cell(row, 3));
    assertEquals(List.of("0.000000001", "1000000000.0", "0.00000025", "10000000.0", "0.000000015"),
        List.of(row.split(",", -1)).subList(7, 12));
  }

  @Test
  void metersFollowEachOther() throws StoreException {
    String text = csv(List.of(OTHER, METER), stored(METER, 0, PLAIN, SavePeriod.HOUR),
        stored(OTHER, 0, PLAIN, SavePeriod.HOUR), stored(METER, 1, PLAIN, SavePeriod.HOUR));
    assertEquals(List.of("SEM-24:6f:28:00:00:02 0", "SEM-24:6f:28:00:00:01 0", "SEM-24:6f:28:00:00:01 1"),
        text.lines().skip(1).map(row -> cell(row, 0) + " " + cell(row, 2)).toList());
  }

  private static StoredReading stored(Ssid meter, long record, Reading raw, SavePeriod period) {
    return new StoredReading(record, meter, record, raw, period,
        new CorrectedTime(AT, AT.minus(Duration.ofMinutes(1)), AT.plusMillis(250), Why.VISIT));
  }

  private static String row(StoredReading reading) throws StoreException {
    List<String> lines = csv(List.of(METER), reading).lines().toList();
    assertEquals(2, lines.size());
    return lines.getLast();
  }

  private static String cell(String row, int column) {
    return row.split(",", -1)[column];
  }

  private static String csv(List<Ssid> meters, StoredReading... readings) throws StoreException {
    var text = new StringWriter();
    long written = new ReadingExport(new Given(List.of(readings))).write(meters, ReadingStore.Range.ALL,
        new CsvWriter(new PrintWriter(text)), Progress.NONE);
    assertEquals(readings.length, written);
    return text.toString();
  }

  /// Values that no codec makes up: they are given as they are.
  private record Given(List<StoredReading> all) implements ReadingStore {
    @Override
    public void forEach(Ssid ssid, Range range, Consumer<StoredReading> consumer) {
      readings(ssid, range).forEach(consumer);
    }

    @Override
    public List<StoredReading> readings(Ssid ssid, Range range) {
      return all.stream().filter(reading -> reading.ssid().equals(ssid)).toList();
    }
  }
}
