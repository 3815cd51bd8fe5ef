package org.semcollector.app.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DayCurveTest {
  @ParameterizedTest
  @CsvSource({"2024-06-05, Europe/Berlin, 24", "2024-03-31, Europe/Berlin, 23", "2024-10-27, Europe/Berlin, 25",
      "2024-06-05, Asia/Kolkata, 24"})
  void aDayIsAsLongAsItsClockSays(String date, String zone, int length) {
    ZoneId there = ZoneId.of(zone);
    LocalDate day = LocalDate.parse(date);
    List<Bucket> hours = Hours.from(day.minusDays(1).toString(), there,
        IntStream.range(0, 80).mapToDouble(i -> i).toArray());
    Instant noon = day.atTime(12, 0).atZone(there).toInstant();
    DayCurve curve = DayCurve.around(noon, hours, there).orElseThrow();
    assertEquals(day, curve.day());
    assertEquals(IntStream.range(24, 24 + length).mapToObj(kw -> kw * 1000.0).toList(), curve.hourlyW());
  }

  @Test
  void aMissingOrHalfMeasuredHourLeavesNoCurve() {
    List<Bucket> whole = Hours.all(BucketUnit.HOUR, "2024-06-05", "2024-06-07", Hours.BERLIN, 1);
    Instant at = whole.get(3).from();
    assertEquals(Collections.nCopies(24, 1000.0), DayCurve.around(at, whole, Hours.BERLIN).orElseThrow().hourlyW());
    for (double covered : new double[]{0, 0.5}) {
      List<Bucket> holed = new ArrayList<>(whole);
      holed.set(20, Hours.of(BucketUnit.HOUR, whole.get(20).from(), Hours.BERLIN, covered, covered));
      assertEquals(Optional.empty(), DayCurve.around(at, holed, Hours.BERLIN));
      assertEquals(24, DayCurve.around(whole.get(30).from(), holed, Hours.BERLIN).orElseThrow().hourlyW().size());
    }
    assertEquals(Optional.empty(), DayCurve.around(at, whole.subList(0, 23), Hours.BERLIN), "the day is not over");
  }
}
