package org.semcollector.app.chart;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.gap.GapQuery;
import org.semcollector.app.rollup.CoverageQuery;
import org.semcollector.app.rollup.KeptSumsFollower;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitIngest;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What the database knows to have happened becomes marks.
class StoreMarksIT {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:00:00:07");
  private static final Instant VISITED = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant SENT = VISITED.plusSeconds(90);

  @TempDir
  Path folder = Path.of("");

  @Test
  void firmwareSentFromHereIsMarkedAtTheMomentItWasSent() throws Exception {
    assertEquals(
        List.of(Mark.visit(VISITED, METER.value(), 0),
            Mark.firmware(SENT, METER.value(), OptionalInt.empty(), OptionalInt.of(103))),
        marks(new Range(VISITED, VISITED.plusSeconds(3600)), new VisitFact.FirmwareSeen(SENT.plusSeconds(60), 103)));
  }

  @Test
  void updatesOfOtherTimesStayAway() throws Exception {
    assertEquals(List.of(), marks(new Range(SENT.plusSeconds(1), SENT.plusSeconds(3600)),
        new VisitFact.FirmwareSeen(SENT.plusSeconds(60), 103)));
  }

  @Test
  void aMeterThatWentBackToWhatItRanRestartedForItToo() throws Exception {
    assertEquals(
        List.of(Mark.visit(VISITED, METER.value(), 0),
            Mark.firmware(SENT, METER.value(), OptionalInt.empty(), OptionalInt.of(102))),
        marks(new Range(VISITED, VISITED.plusSeconds(3600)), new VisitFact.FirmwareSeen(SENT.plusSeconds(60), 102)));
  }

  private List<Mark> marks(Range range, VisitFact afterwards) throws StoreException {
    try (H2Store store = H2Store.open(folder.resolve("sem"), ZoneOffset.UTC, new KeptSumsFollower())) {
      VisitIngest ingest = new VisitIngest(store.ingest(), ClockEstimators.standard());
      VisitRef visit = new VisitRef(METER, "2026-03-02", VISITED);
      ingest.apply(visit, new VisitFact.FirmwareSent(SENT, 103, "0".repeat(64)));
      ingest.apply(visit, afterwards);
      GapQuery gaps = new GapQuery(new CoverageQuery(store.keptSums()), store.meters(), store.corrections(),
          Clock.fixed(SENT.plusSeconds(7200), ZoneOffset.UTC));
      MeterRow meter = store.meters().meter(METER).orElseThrow();
      return new StoreMarks(store.meters(), store.corrections(), store.restarts(), gaps).marks(meter, range);
    }
  }
}
