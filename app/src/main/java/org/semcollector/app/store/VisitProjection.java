package org.semcollector.app.store;

import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;

/// Builds the store from facts. Applying the same facts again, in whole or in part, changes nothing.
public interface VisitProjection {
  /// Takes one fact that the journal already holds; facts of a visit come in order, visits of a meter too.
  ///
  /// @return what the fact added to the store; committed and read back when this returns
  /// @throws StoreException when the database cannot do it; the journal still has the fact
  Applied apply(VisitRef visit, VisitFact fact) throws StoreException;

  /// What a fact changed.
  ///
  /// @param newReadings readings it added
  /// @param knownReadings readings in its body that were stored before
  record Applied(int newReadings, int knownReadings) {
    public static final Applied NOTHING = new Applied(0, 0);
  }
}
