package org.semcollector.app.rollup;

import java.time.YearMonth;
import java.util.Optional;
import org.semcollector.app.store.ChangedTimes;
import org.semcollector.app.store.KeptSums.Part;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.TransactionReads;
import org.semcollector.protocol.Bytes;

/// Keeps the sums of days in step with the readings: in the transaction that stores readings, gives them other times or
/// counts their days in another zone, and only for the days concerned.
public final class KeptSumsFollower implements ChangedTimes {
  @Override
  public void changed(Change change, TransactionReads reads) throws StoreException {
    KeptSumsUpdate.run(reads.zone(change.meter()), new Range(change.from(), change.to()),
        (range, consumer) -> reads.scan(change.ssid(), range, consumer), rows(change.meter(), reads));
  }

  private static KeptSumsUpdate.Rows rows(int meter, TransactionReads reads) {
    return new KeptSumsUpdate.Rows() {
      @Override
      public Optional<Bytes> row(Part part, YearMonth month) throws StoreException {
        return reads.keptSums(meter, part, month);
      }

      @Override
      public void keep(Part part, YearMonth month, Optional<Bytes> row) throws StoreException {
        reads.keepSums(meter, part, month, row);
      }
    };
  }
}
