package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.ui.fx.Messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MarkWordsTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void newFirmwareIsToldFromWhichVersionToWhichAsFarAsThatIsKnown() {
    assertTrue(firmware(OptionalInt.of(1102), OptionalInt.of(1103)).endsWith(": version 1102 to 1103"));
    assertTrue(firmware(OptionalInt.empty(), OptionalInt.of(103)).endsWith(": version 103 from then on"));
    assertTrue(firmware(OptionalInt.of(102), OptionalInt.empty()).endsWith(": version 102 until then"));
    assertTrue(firmware(OptionalInt.of(102), OptionalInt.of(102)).endsWith(": version 102 before and after"));
    assertEquals("Firmware sent, 2 Mar 2026, 09:00", firmware(OptionalInt.empty(), OptionalInt.empty()));
  }

  @Test
  void aVisitTellsWhatItBrought() {
    assertTrue(words(Mark.visit(AT, "Bakery", 137)).endsWith(": 137 new readings"));
  }

  private static String firmware(OptionalInt before, OptionalInt now) {
    return words(Mark.firmware(AT, "Bakery", before, now));
  }

  private static String words(Mark mark) {
    return new MarkWords(new ChartLabels(ZoneOffset.UTC, Locale.UK), new Messages(Locale.UK)).within(List.of(mark), AT,
        AT.plusSeconds(1));
  }
}
