package org.semcollector.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReadingExportTest {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:00:00:01");
  private static final Ssid OTHER = new Ssid("SEM-24:6f:28:00:00:02");
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final Reading PLAIN = new Reading(2, 1234.5f, 1300.25f, 5.5f, 229.75f, 0.6125f, 1_700_003_603_450L);

  @Test
  void theColumnsAreThoseOfTheDocument() throws StoreException, IOException {
    assertEquals(
        "meter,ct,record,deviceMillis,measuredAt,earliest,latest,activePowerW,apparentPowerVa,currentA,voltageV,"
            + "intervalEnergyKwh,powerFactor,name,channelName,measuredAtMillis,measuredAtLocal,zone,why,intervalSeconds,"
            + "correction,energyFactor,scaledEnergyKwh\r\n",
        csv(List.of(METER)));
  }

  @Test
  void aReadingIsWrittenAsItIs() throws StoreException, IOException {
    // power factor: 1234.5 / 1300.25; the energy is the float's shortest form, not 0.612500011920929
    assertEquals("SEM-24:6f:28:00:00:01,2,7,1700003603450,2026-03-01T10:00:00.000Z,2026-03-01T09:59:00.000Z,"
        + "2026-03-01T10:00:00.250Z,1234.5,1300.25,5.5,229.75,0.6125,0.9494328013843492,Bakery,oven,"
        // scaled: the float 0.6125 is 0.61250001192..., twice as a double
        + "1772359200000,2026-03-01T11:00:00+01:00,Europe/Berlin,VISIT,60.25,even/1,2.0,1.225000023841858",
        row(stored(METER, 7, PLAIN, SavePeriod.HOUR)));
  }

  @Test
  void energyOfOldFirmwareIsDividedBySixty() throws StoreException, IOException {
    // 0.75 / 60 = 0.0125 exactly as people write it
    Reading old = new Reading(1, 1, 1, 1, 1, 0.75f, 5);
    assertEquals("0.0125", cell(row(stored(METER, 0, old, SavePeriod.MINUTE)), 11));
    assertEquals("0.75", cell(row(stored(METER, 0, old, SavePeriod.HOUR)), 11));
  }

  @Test
  void valuesThatAreNotFiniteAreEmptyCells() throws StoreException, IOException {
    Reading odd = new Reading(1, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, Float.NaN, 9);
    String row = row(stored(METER, 0, odd, SavePeriod.HOUR));
    assertEquals(List.of("", "", "", "", "", ""), List.of(row.split(",", -1)).subList(7, 13));
    assertEquals("", cell(row, 22));
    assertEquals("", cell(row(stored(METER, 0, odd, SavePeriod.MINUTE)), 11));
  }

  @Test
  void withoutApparentPowerThereIsNoPowerFactor() throws StoreException, IOException {
    assertEquals("", cell(row(stored(METER, 0, new Reading(1, 0, 0, 0, 230, 0, 1), SavePeriod.HOUR)), 12));
    assertEquals("", cell(row(stored(METER, 0, new Reading(1, 5, 0, 0, 230, 0, 1), SavePeriod.HOUR)), 12));
  }

  @Test
  void tinyAndHugeNumbersHaveNoExponent() throws StoreException, IOException {
    String row = row(stored(METER, 0, new Reading(1, 1e-9f, 1e9f, 2.5e-7f, 1e7f, 1.5e-8f, -1), SavePeriod.HOUR));
    assertEquals("-1", cell(row, 3));
    assertEquals(List.of("0.000000001", "1000000000.0", "0.00000025", "10000000.0", "0.000000015"),
        List.of(row.split(",", -1)).subList(7, 12));
  }

  @Test
  void metersFollowEachOther() throws StoreException, IOException {
    String text = csv(List.of(OTHER, METER), stored(METER, 0, PLAIN, SavePeriod.HOUR),
        stored(OTHER, 0, PLAIN, SavePeriod.HOUR), stored(METER, 1, PLAIN, SavePeriod.HOUR));
    assertEquals(List.of("SEM-24:6f:28:00:00:02 0", "SEM-24:6f:28:00:00:01 0", "SEM-24:6f:28:00:00:01 1"),
        text.lines().skip(1).map(row -> cell(row, 0) + " " + cell(row, 2)).toList());
  }

  private static StoredReading stored(Ssid meter, long record, Reading raw, SavePeriod period) {
    return new StoredReading(record, meter, record, raw, period,
        new CorrectedTime(AT, AT.minus(Duration.ofMinutes(1)), AT.plusMillis(250), Why.VISIT));
  }

  private static String row(StoredReading reading) throws StoreException, IOException {
    List<String> lines = csv(List.of(METER), reading).lines().toList();
    assertEquals(2, lines.size());
    return lines.getLast();
  }

  private static String cell(String row, int column) {
    return row.split(",", -1)[column];
  }

  @Test
  void withoutFactorEnergyIsGivenRawOnly() throws StoreException, IOException {
    var out = new ByteArrayOutputStream();
    new ReadingExport(new Given(List.of(stored(METER, 0, PLAIN, SavePeriod.HOUR)))).write(
        List.of(Exported.meter(METER, "=cmd|' /C calc'!A0", ZoneOffset.UTC, OptionalDouble.empty())),
        ReadingStore.Range.ALL, new CsvWriter(out, CsvStyle.RFC_4180), Progress.NONE);
    String row = out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    assertEquals(List.of("", ""), List.of(row.split(",", -1)).subList(21, 23));
    // what somebody called the meter is no command
    assertEquals("\"'=cmd|' /C calc'!A0\"", cell(row, 13));
  }

  @Test
  void eachReadingNamesItsOwnCorrection() {
    CorrectionNames names = CorrectionNames.of(List.of(Exported.stretch(2, 20, "profile", 3),
        Exported.stretch(1, 10, "even", 1), Exported.stretch(3, 30, "even", 1)));
    assertEquals(List.of("even/1", "even/1", "profile/3", "profile/3", "even/1", "even/1", "profile/3", "even/1"),
        Stream.of(10L, 19L, 20L, 29L, 30L, 99L, 25L, 11L).map(names::of).toList());
    assertEquals("even/1+profile/3", names.all());
    assertEquals("", CorrectionNames.NONE.of(5));
  }

  @Test
  void cancellingStopsAtOnce() throws StoreException, IOException {
    var readings = new ArrayList<StoredReading>();
    for (int i = 0; i < 20_000; i++)
      readings.add(stored(METER, i, PLAIN, SavePeriod.HOUR));
    Progress afterTheFirst = new Progress() {
      private boolean asked;

      @Override
      public void at(long done, long total) {
        asked = true;
      }

      @Override
      public boolean cancelled() {
        return asked;
      }
    };
    Rows rows = new ReadingExport(new Given(readings)).write(
        List.of(Exported.meter(METER, "a", ZoneOffset.UTC, OptionalDouble.empty())), ReadingStore.Range.ALL,
        new CsvWriter(OutputStream.nullOutputStream(), CsvStyle.RFC_4180), afterTheFirst);
    assertFalse(rows.complete());
    assertEquals(4096, rows.count());
  }

  @Test
  void aFullDiskIsNotSwallowed() {
    OutputStream full = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("No space left on device");
      }
    };
    assertThrows(IOException.class,
        () -> new ReadingExport(new Given(Collections.nCopies(5000, stored(METER, 0, PLAIN, SavePeriod.HOUR)))).write(
            List.of(Exported.meter(METER, "a", ZoneOffset.UTC, OptionalDouble.empty())), ReadingStore.Range.ALL,
            new CsvWriter(full, CsvStyle.RFC_4180), Progress.NONE));
  }

  @Test
  void progressGoesFromNothingToNearlyAll() throws StoreException, IOException {
    var readings = new ArrayList<StoredReading>();
    for (int i = 0; i < 40_000; i++)
      readings.add(new StoredReading(i, METER, i, PLAIN, SavePeriod.HOUR, new CorrectedTime(AT.plusSeconds(i),
          AT.plusSeconds(i), AT.plusSeconds(i), Why.VISIT)));
    var seen = new ArrayList<Long>();
    Progress progress = new Progress() {
      @Override
      public void at(long done, long total) {
        assertEquals(1000, total);
        seen.add(done);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
    new ReadingExport(new Given(readings)).write(
        List.of(new ExportedMeter(METER, "a", ZoneOffset.UTC, OptionalDouble.empty(), new TreeMap<>(),
            CorrectionNames.NONE, Optional.of(AT), Optional.of(AT.plusSeconds(40_000)))),
        ReadingStore.Range.ALL, new CsvWriter(OutputStream.nullOutputStream(), CsvStyle.RFC_4180), progress);
    assertEquals(0, seen.getFirst());
    assertTrue(seen.getLast() > 900 && seen.getLast() <= 1000, seen.toString());
    assertEquals(seen.stream().sorted().toList(), seen);
  }

  private static String csv(List<Ssid> meters, StoredReading... readings) throws StoreException, IOException {
    var out = new ByteArrayOutputStream();
    Rows written = new ReadingExport(new Given(List.of(readings))).write(meters.stream()
        .map(meter -> Exported.meter(meter, "Bakery", ZoneId.of("Europe/Berlin"), OptionalDouble.of(2))).toList(),
        ReadingStore.Range.ALL, new CsvWriter(out, CsvStyle.RFC_4180), Progress.NONE);
    assertEquals(new Rows(readings.length, true), written);
    return out.toString(StandardCharsets.UTF_8);
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
