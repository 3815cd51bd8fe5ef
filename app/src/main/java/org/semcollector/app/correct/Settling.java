package org.semcollector.app.correct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.clock.CorrectedTime;

/// Goes through a meter's stretches in the order in which they came. After each one those are placed again of which more
/// is known than before: the new one itself, the one before it whose visit's phase it reveals, and those around which the
/// weeks of history have doubled.
///
/// What comes out depends on the facts and on the way only: going through all stretches at once, or through each when it
/// comes, ends with the same times.
final class Settling {
  private final MeterTimes meter;
  private final Placing placing;
  private final boolean fromStart;
  private final Map<Integer, List<CorrectedTime>> placed = new HashMap<>();

  private Settling(MeterTimes meter, Way way, boolean fromStart) {
    this.meter = meter;
    this.placing = new Placing(meter, way);
    this.fromStart = fromStart;
  }

  /// From the first stretch on, beginning with the times by which the readings were stored.
  static Settling all(MeterTimes meter, Way way) throws StoreException {
    return new Settling(meter, way, true).arrived(0);
  }

  /// Goes on after stretches that are settled in the same way.
  ///
  /// @param settled how many are settled
  static Settling after(MeterTimes meter, Way way, int settled) throws StoreException {
    return new Settling(meter, way, false).arrived(settled);
  }

  /// The times a stretch has in the end; empty when they are those that count now, without a look at them.
  Optional<List<CorrectedTime>> times(int index) throws StoreException {
    List<CorrectedTime> found = placed.get(index);
    if (found != null)
      return Optional.of(found);
    boolean mayDiffer = fromStart && meter.stretch(index).runs().size() > 1;
    return mayDiffer ? Optional.of(meter.first(index)) : Optional.empty();
  }

  private Settling arrived(int from) throws StoreException {
    for (int last = from; last < meter.size(); last++) {
      for (int i = 0; i <= last; i++) {
        if (i == last || isMoreKnown(i, last))
          place(i, last);
      }
    }
    return this;
  }

  private boolean isMoreKnown(int index, int last) throws StoreException {
    boolean canTell = index == last - 1 || placing.isNear(last, index);
    return canTell && !placing.known(index, last).equals(placing.known(index, last - 1));
  }

  private void place(int index, int last) throws StoreException {
    if (!placed.containsKey(index) && (fromStart || index == last) && placing.isAsStored(index, last))
      return;
    Optional<List<CorrectedTime>> found = placing.times(index, last);
    if (found.isEmpty())
      return;
    List<CorrectedTime> former = placed.get(index);
    if (former == null)
      former = fromStart ? meter.first(index) : meter.current(index);
    Replaced.by(former, found.get()).ifPresent(changed -> placed.put(index, changed));
  }
}
