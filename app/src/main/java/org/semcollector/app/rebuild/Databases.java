package org.semcollector.app.rebuild;

import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;

/// The database in use and the fresh one beside it.
public interface Databases {
  /// Keeps other programs from the database in use and makes an empty one beside it; a left-over of a rebuild that was
  /// cut short is thrown away.
  ///
  /// @throws StoreException when another program uses the database or rebuilds it, or the folder cannot be written
  Fresh makeFresh() throws StoreException;

  /// An open fresh database. Closing it without [#swap] leaves the database in use as it was.
  interface Fresh extends AutoCloseable {
    VisitProjection projection();

    MeterStore meters();

    /// Closes the fresh database and puts it in the place of the old one. At no moment is there none.
    ///
    /// @return where the old one is kept; empty text when there was none
    String swap() throws StoreException;

    @Override
    void close() throws StoreException;
  }
}
