package org.semcollector.app.chart;

import java.util.List;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;

/// Where charts learn what happened to a meter and why time is missing.
public interface MarkSource {
  /// A source that knows nothing.
  MarkSource NONE = (_, _) -> List.of();

  /// What happened to a meter within a range, in any order.
  List<Mark> marks(MeterRow meter, ReadingStore.Range range) throws StoreException;

  /// What is missing of a meter within a range.
  default List<Gap> gaps(MeterRow meter, ReadingStore.Range range) throws StoreException {
    return List.of();
  }
}
