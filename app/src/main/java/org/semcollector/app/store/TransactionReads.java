package org.semcollector.app.store;

import java.time.ZoneId;
import java.util.function.Consumer;
import org.semcollector.protocol.meter.Ssid;

/// What a transaction sees, its own changes included.
public interface TransactionReads {
  /// The zone in whose days a meter's people live.
  ZoneId zone(int meter) throws StoreException;

  /// Streams a meter's readings with `from <= measuredAt < to`, oldest first, in constant memory.
  void forEach(Ssid ssid, ReadingStore.Range range, Consumer<StoredReading> consumer) throws StoreException;
}
