package org.semcollector.app.wiring;

import java.time.Clock;
import org.semcollector.app.correct.CorrectStores;
import org.semcollector.app.correct.Settlement;
import org.semcollector.app.correct.SettlingProjection;
import org.semcollector.app.correct.Unsent;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.store.VisitIngest;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockEstimators;

/// What collecting, catching up, rebuilding and measuring store with: the same, or they would not agree.
///
/// A visit is stored by the estimator that needs nothing but the visit and no time to speak of; when the visit is
/// complete, its times and those of earlier visits are settled by the chosen estimator.
///
/// @param notes pins, and which estimator is chosen
record Storing(MeterNotes notes, Clock clock) {
  static final ClockEstimator AT_THE_METER = ClockEstimators.byName("even").orElseThrow();

  VisitProjection projection(H2Store store, Settlement settlement) {
    return new SettlingProjection(new VisitIngest(store.ingest(), AT_THE_METER), settlement);
  }

  Settlement settlement(H2Store store) {
    return new Settlement(stores(store), notes, clock);
  }

  static CorrectStores stores(H2Store store) {
    return new CorrectStores(store.meters(), store.corrections(), Unsent.in(store.outbox()), store.settledTimes(),
        store.restarts());
  }
}
