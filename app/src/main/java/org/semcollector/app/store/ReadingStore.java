package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.semcollector.protocol.meter.Ssid;

/// Reading back what is stored.
public interface ReadingStore {
  /// Everything from the beginning to the end of time.
  record Range(Instant from, Instant to) {
    public static final Range ALL = new Range(Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"));

    public Range {
      if (to.isBefore(from))
        throw new IllegalArgumentException("a range ends before it starts");
    }
  }

  /// Streams a meter's readings with `from <= measuredAt < to`, oldest first, in constant memory.
  void forEach(Ssid ssid, Range range, Consumer<StoredReading> consumer) throws StoreException;

  /// The same as views, each only while it is handed over: for adding up, where an object for each reading would cost
  /// more than the sum.
  default void scan(Ssid ssid, Range range, Consumer<ReadingView> consumer) throws StoreException {
    forEach(ssid, range, consumer::accept);
  }

  /// The same as a list; for ranges that fit a screen.
  List<StoredReading> readings(Ssid ssid, Range range) throws StoreException;
}
