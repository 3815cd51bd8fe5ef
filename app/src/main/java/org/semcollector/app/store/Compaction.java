package org.semcollector.app.store;

/// Gives back the room in the database's file that changes have left in it.
public interface Compaction {
  /// The size of the file, bytes; 0 when there is none.
  record Sizes(long before, long after) {}

  /// Writes the file anew. Nobody can use the database meanwhile; a kill leaves it as it was.
  Sizes compact() throws StoreException;
}
