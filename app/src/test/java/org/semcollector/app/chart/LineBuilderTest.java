package org.semcollector.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.semcollector.app.chart.LinePanels.Quantity;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LineBuilderTest {
  private static final Instant START = Instant.parse("2024-06-05T00:00:00Z");
  private static final Ssid METER = new Ssid("SEM-24:6f:28:ab:cd:ef");

  @Test
  void channelsOfASaveBecomeOneValue() {
    LineBuilder lines = new LineBuilder(List.of(Quantity.values()));
    LineBuilder.Line line = lines.begin("m", 0);
    for (int channel = 1; channel <= 3; channel++)
      line.add(reading(1, channel, 100 * channel, 125 * channel, channel, 230 + channel, Duration.ZERO));
    LinePanels panels = lines.panels(START, START.plusSeconds(86_400), Locale.UK);
    assertEquals(232, only(panels, 0), 1e-4);
    assertEquals(6, only(panels, 1), 1e-4);
    assertEquals(600, only(panels, 2), 1e-4);
    assertEquals(0.8, only(panels, 3), 1e-4);
  }

  @Test
  void aMissingSaveBreaksTheLine() {
    LineBuilder lines = new LineBuilder(List.of(Quantity.VOLTAGE));
    LineBuilder.Line line = lines.begin("m", 0);
    for (int hour : new int[]{1, 2, 5})
      line.add(reading(hour, 1, 100, 100, 1, 230, Duration.ZERO));
    TimeSeries values = lines.panels(START, START.plusSeconds(86_400), Locale.UK).longest();
    assertEquals(4, values.size());
    assertTrue(Float.isNaN(values.value(2)));
    assertEquals(START.plusSeconds(3 * 3600 + 1).toEpochMilli(), values.time(2));
  }

  @Test
  void badlyKnownTimesAreOneStretch() {
    LineBuilder lines = new LineBuilder(List.of(Quantity.VOLTAGE));
    LineBuilder.Line line = lines.begin("m", 0);
    for (int hour = 1; hour <= 6; hour++)
      line.add(reading(hour, 1, 100, 100, 1, 230, hour >= 3 && hour <= 4 ? Duration.ofMinutes(31) : Duration.ZERO));
    List<LinePanels.Uncertain> uncertain = lines.panels(START, START.plusSeconds(86_400), Locale.UK).uncertain();
    assertEquals(1, uncertain.size());
    assertEquals(START.plusSeconds(2 * 3600 + 1), uncertain.getFirst().from());
    assertEquals(START.plusSeconds(4 * 3600 + 1), uncertain.getFirst().to());
    assertEquals(Duration.ofMinutes(31), uncertain.getFirst().plusMinus());
  }

  @Test
  void anIdleMeterHasNoPowerFactor() {
    LineBuilder lines = new LineBuilder(List.of(Quantity.POWER_FACTOR));
    lines.begin("m", 0).add(reading(1, 1, 0, 0, 0, 230, Duration.ZERO));
    TimeSeries values = lines.panels(START, START.plusSeconds(86_400), Locale.UK).longest();
    assertTrue(Float.isNaN(values.value(0)));
  }

  private static double only(LinePanels panels, int index) {
    TimeSeries values = panels.panels().get(index).traces().getFirst().values();
    assertEquals(1, values.size());
    return values.value(0);
  }

  private static StoredReading reading(int hour, int channel, float watts, float voltAmperes, float amperes,
      float volts,
      Duration doubt) {
    Instant at = START.plusSeconds(3600L * hour + channel);
    Reading raw = new Reading(channel, watts, voltAmperes, amperes, volts, watts / 1000, at.toEpochMilli());
    return new StoredReading(hour, METER, hour, raw, SavePeriod.HOUR,
        new CorrectedTime(at, at.minus(doubt), at.plus(doubt), Why.RAW));
  }
}
