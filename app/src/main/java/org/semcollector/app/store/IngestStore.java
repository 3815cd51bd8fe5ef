package org.semcollector.app.store;

import org.semcollector.protocol.Bytes;

/// The database as the rules of storing see it. One writer at a time.
public interface IngestStore {
  /// Does the work in one transaction: all of it is durable when this returns, or none of it happened.
  <T> T write(Work<T> work) throws StoreException;

  /// Reads raw records back as another reader sees them, in key order.
  void readBack(ReadingKey first, ReadingKey last, RawRecords consumer) throws StoreException;

  /// Work inside a transaction.
  interface Work<T> {
    T run(IngestTransaction tx) throws StoreException;
  }

  /// Takes raw records.
  interface RawRecords {
    void take(ReadingKey key, Bytes raw);
  }
}
