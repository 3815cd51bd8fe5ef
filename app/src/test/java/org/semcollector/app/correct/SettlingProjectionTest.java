package org.semcollector.app.correct;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.store.VisitProjection.Applied;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// When times are settled, and what happens when that fails.
class SettlingProjectionTest {
  private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

  private final FakeStore store = VisitedMeter.store();
  private final Settlement settlement = new Settlement(store.stores(), store, Clock.fixed(AT, ZoneOffset.UTC));
  private final List<VisitFact> applied = new ArrayList<>();
  private final VisitProjection projection = new SettlingProjection((_, fact) -> {
    applied.add(fact);
    return new Applied(3, 4);
  }, settlement);
  private final VisitRef visit = new VisitRef(VisitedMeter.SSID, "v", AT);

  private void oneOutageThenAVisitThatTellsThePhase() {
    new VisitedMeter().run(Duration.ofHours(60)).off(Duration.ofMinutes(500)).run(Duration.ofMinutes(40 * 60 + 7))
        .visit(store).run(Duration.ofHours(30)).visit(store);
  }

  @Test
  void theEndOfAVisitSettlesNoOtherFactDoes() throws Exception {
    oneOutageThenAVisitThatTellsThePhase();
    assertEquals(new Applied(3, 4), projection.apply(visit, new VisitFact.ReadoutComplete(AT)));
    assertEquals(0, store.changes);
    assertEquals(new Applied(3, 4), projection.apply(visit, new VisitFact.Ended(AT, "done", "Said.")));
    assertEquals(1, store.changes);
    assertEquals(2, applied.size());
  }

  @Test
  void aVisitDoesNotFailBecauseItsTimesCannotBeSettledNow() throws Exception {
    oneOutageThenAVisitThatTellsThePhase();
    store.breakDown();
    assertEquals(new Applied(3, 4), projection.apply(visit, new VisitFact.Ended(AT, "done", "Said.")));
    assertEquals(0, store.changes);
    store.broken = false;
    assertEquals(1, settlement.all());
    assertEquals(1, store.changes);
  }
}
