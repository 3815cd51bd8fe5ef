package org.semcollector.app.rebuild;

import java.util.List;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;

/// The database in use and the fresh one beside it.
public interface Databases {
  /// Meters of the database in use; none when there is none or when it cannot be read.
  ///
  /// @throws StoreException when another process uses it
  List<MeterRow> oldMeters() throws StoreException;

  /// An empty database beside the one in use; a left-over of a rebuild that was cut short is thrown away.
  Fresh makeFresh() throws StoreException;

  /// Puts the fresh database, closed and complete, in the place of the old one.
  ///
  /// @return where the old one is kept; empty text when there was none
  String swap() throws StoreException;

  /// An open fresh database.
  interface Fresh extends AutoCloseable {
    VisitProjection projection();

    MeterStore meters();

    @Override
    void close() throws StoreException;
  }
}
