package org.semcollector.app.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RereadTimesTest {
  private static final Instant FORMER = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant SET = FORMER.plusSeconds(10);
  private static final Instant AGAIN = FORMER.plusSeconds(40);

  private static List<TimedPart> place(Optional<Instant> set, Instant... stamps) throws StoreException {
    var readings = new ArrayList<Reading>();
    for (Instant stamp : stamps) {
      readings.add(new Reading(1, 1, 1, 1, 1, 1, stamp.toEpochMilli()));
    }
    return new InMemoryStore().write(tx -> {
      var restarts = new MeterRestarts(tx, tx.meter(FakeMeter.SSID));
      var times = new StretchTimes(RawEstimator.AS_STAMPED, "visit", AGAIN, restarts);
      return new RereadTimes(times, FORMER, set, AGAIN).place(readings,
          readings.stream().map(_ -> SavePeriod.HOUR).toList(), PowerLossLog.EMPTY);
    });
  }

  @Test
  void aStampAfterTheClockSetIsBelieved() throws Exception {
    TimedPart part = place(Optional.of(SET), SET.plusSeconds(5)).getFirst();
    assertEquals(SET.plusSeconds(5), part.times().getFirst().measuredAt());
    assertEquals(Optional.of(SET), part.stretch().clockSetAt());
  }

  @Test
  void aReadingByTheOldClockWasSavedBeforeTheClockSet() throws Exception {
    CorrectedTime time = place(Optional.of(SET), FORMER.minusSeconds(90_000)).getFirst().times().getFirst();
    assertEquals(new CorrectedTime(FORMER.plusSeconds(5), FORMER, SET, Why.VISIT), time);
  }

  @Test
  void aClockSetThatChangedNothingIsNotBelieved() throws Exception {
    CorrectedTime time = place(Optional.of(SET), AGAIN.plusSeconds(90_000)).getFirst().times().getFirst();
    assertTrue(!time.latest().isAfter(SET), time.toString());
  }

  @Test
  void oldAndNewClockAreToldApart() throws Exception {
    List<TimedPart> parts = place(Optional.of(SET), FORMER.minusSeconds(90_000), SET.plusSeconds(20));
    assertEquals(2, parts.size());
    assertEquals("visit", parts.get(0).stretch().estimator());
    assertEquals("raw", parts.get(1).stretch().estimator());
  }

  @Test
  void moreReadingsThanCanHaveBeenSavedSinceAreOlder() throws Exception {
    Instant[] stamps = java.util.stream.IntStream.range(0, 136)
        .mapToObj(i -> FORMER.minusSeconds(1_000_000L - 3601L * i))
        .toArray(Instant[]::new);
    TimedPart part = place(Optional.empty(), stamps).getFirst();
    assertEquals("raw", part.stretch().estimator());
    assertEquals(136, part.times().size());
  }
}
