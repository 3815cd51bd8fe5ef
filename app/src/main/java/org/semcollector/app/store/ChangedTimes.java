package org.semcollector.app.store;

import java.time.Instant;
import org.semcollector.protocol.meter.Ssid;

/// What must stay in step with the readings: it is told of every change inside the transaction that makes it, after all
/// rows are written and before the commit. When it fails, nothing of the transaction happened.
@FunctionalInterface
public interface ChangedTimes {
  /// Nothing has to stay in step.
  ChangedTimes NONE = (_, _) -> {};

  /// Readings of a meter were added, or have other times now, or its zone is another one.
  ///
  /// @param from the smallest measured time, former or new, of the readings concerned; their intervals start one save
  ///     period before it
  /// @param to the largest one, included
  record Change(int meter, Ssid ssid, Instant from, Instant to) {}

  /// Called once per changed meter and transaction, with the span of all its changes.
  void changed(Change change, TransactionReads reads) throws StoreException;
}
