package org.semcollector.app.meter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.store.VisitProjection.Applied;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;

/// Keeps the facts of one visit: in the journal first, and only then in the store. Once the store has failed it gets no
/// later facts, which it could not understand without the missing one; it catches up from the journal.
final class VisitLog {
  private final Journal journal;
  private final VisitProjection projection;
  private final VisitRef visit;
  private final Clock clock;
  private @Nullable StoreException storeFailure;
  private int newReadings;

  /// @param storeBehind why the store cannot take this visit's facts yet, if it cannot
  VisitLog(Journal journal, VisitProjection projection, VisitRef visit, Clock clock,
      Optional<StoreException> storeBehind) {
    this.journal = journal;
    this.projection = projection;
    this.visit = visit;
    this.clock = clock;
    this.storeFailure = storeBehind.orElse(null);
  }

  Instant now() {
    return clock.instant();
  }

  /// Keeps a fact; a failure of the store is remembered, not thrown: the journal has the fact.
  ///
  /// @return what it added to the store
  Applied add(VisitFact fact) throws JournalException {
    journal.append(visit, fact);
    if (storeFailure != null)
      return Applied.NOTHING;
    try {
      Applied applied = projection.apply(visit, fact);
      newReadings += applied.newReadings();
      return applied;
    } catch (StoreException e) {
      storeFailure = e;
      return Applied.NOTHING;
    }
  }

  /// Why the store does not have everything the journal has.
  Optional<StoreException> storeFailure() {
    return Optional.ofNullable(storeFailure);
  }

  /// Readings this visit added to the store.
  int newReadings() {
    return newReadings;
  }

  /// Whether the journal, read from the disk, gives back what a meter answered.
  boolean gives(List<VisitFact.Received> expected) throws JournalException {
    return journal.facts(visit).containsAll(expected);
  }

  String location() {
    return journal.location(visit);
  }
}
