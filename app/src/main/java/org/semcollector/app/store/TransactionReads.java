package org.semcollector.app.store;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;

/// What a transaction sees, its own changes included, and what may be kept beside the readings in it.
public interface TransactionReads {
  /// The zone in whose days a meter's people live.
  ZoneId zone(int meter) throws StoreException;

  /// Streams a meter's readings with `from <= measuredAt < to`, oldest first, in constant memory and as views: see
  /// [ReadingStore#scan].
  void scan(Ssid ssid, ReadingStore.Range range, Consumer<ReadingView> consumer) throws StoreException;

  /// What is kept of a month; see [KeptSums].
  Optional<Bytes> keptSums(int meter, KeptSums.Part part, YearMonth month) throws StoreException;

  /// Keeps a row for a month in place of the one before; an empty one takes it away.
  void keepSums(int meter, KeptSums.Part part, YearMonth month, Optional<Bytes> row) throws StoreException;
}
