package org.semcollector.app.store;

/// A new, empty store beside the one in use, which it can replace. The one in use is locked meanwhile, if it can be read
/// at all.
public interface StoreReplacement extends AutoCloseable {
  /// The new store, for the rules of storing.
  IngestStore ingest();

  /// Puts the new store in the place of the old one, in one step; names and zones that people gave are taken along.
  ///
  /// @return where the old one is kept; empty text when there was none
  String takeOver() throws StoreException;

  /// Throws the new store away unless it took over.
  @Override
  void close() throws StoreException;

  /// Makes a replacement.
  interface Opener {
    /// @throws StoreException when the store is in use by another program, or the new one cannot be made
    StoreReplacement open() throws StoreException;
  }
}
