package org.semcollector.app.correct;

import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settles a meter's times at the end of each of its visits, when all the visit's readings are stored.
public final class SettlingProjection implements VisitProjection {
  private static final Logger LOG = LoggerFactory.getLogger(SettlingProjection.class);

  private final VisitProjection projection;
  private final Settlement settlement;

  public SettlingProjection(VisitProjection projection, Settlement settlement) {
    this.projection = projection;
    this.settlement = settlement;
  }

  @Override
  public Applied apply(VisitRef visit, VisitFact fact) throws StoreException {
    Applied applied = projection.apply(visit, fact);
    if (fact instanceof VisitFact.Ended)
      settle(visit);
    return applied;
  }

  /// Readings are stored and timed already; that some could be timed better must not fail their visit. It is made up for
  /// when the database is opened next.
  private void settle(VisitRef visit) {
    try {
      settlement.settle(visit.ssid());
    } catch (StoreException e) {
      LOG.warn("times of {} are not settled yet", visit.ssid(), e);
    }
  }
}
