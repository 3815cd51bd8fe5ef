package org.semcollector.app.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.Corrections.PlacedStretch;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;

/// A meter's clock history from what is stored of its visits.
public final class ClockHistoryQuery {
  private final Corrections corrections;

  public ClockHistoryQuery(Corrections corrections) {
    this.corrections = corrections;
  }

  /// What each visit that brought readings found of the clock.
  public ClockHistory of(Ssid ssid) throws StoreException {
    List<PlacedStretch> stretches = corrections.stretches(ssid);
    var visits = new ArrayList<ClockVisit>();
    Optional<ReadStretch> read = Optional.empty();
    for (PlacedStretch stretch : stretches) {
      Optional<ReadStretch> next = read(stretch);
      if (read.isPresent())
        visits.add(visit(read.get(), next));
      read = next;
    }
    if (read.isPresent())
      visits.add(visit(read.get(), Optional.empty()));
    return new ClockHistory(visits);
  }

  private Optional<ReadStretch> read(PlacedStretch stretch) throws StoreException {
    List<StoredReading> readings = corrections.readings(stretch.id());
    return readings.isEmpty() ? Optional.empty() : Optional.of(new ReadStretch(stretch.evidence(), readings));
  }

  private static ClockVisit visit(ReadStretch read, Optional<ReadStretch> next) {
    Optional<Instant> setAt = next.flatMap(ReadStretch::clockSetAt)
        .filter(set -> !set.isBefore(read.collectedAt().minus(ReadStretch.TRUNCATION)));
    ClockLag rough = read.roughLag();
    ClockLag lag = setAt.flatMap(_ -> next.flatMap(ReadStretch::firstSave)).map(read::lagBy)
        .filter(exact -> within(exact, rough)).orElse(rough);
    Optional<ClockDrift> drift = read.clockSetAt()
        .filter(set -> lag.isExact() && read.starts() == 0 && setAt.isPresent())
        .filter(set -> Duration.between(set, setAt.orElseThrow()).compareTo(ReadStretch.SHORTEST_FOR_DRIFT) >= 0)
        .map(set -> new ClockDrift(set, setAt.orElseThrow(), lag));
    return new ClockVisit(read.visit(), read.collectedAt(), setAt, read.starts(), lag, drift);
  }

  /// A save that was lost between makes the next one an hour late: then the rough lag is all that is known.
  private static boolean within(ClockLag exact, ClockLag rough) {
    return exact.middle().compareTo(rough.atLeast().minusMinutes(1)) >= 0
        && exact.middle().compareTo(rough.atMost().plusMinutes(1)) <= 0;
  }
}
