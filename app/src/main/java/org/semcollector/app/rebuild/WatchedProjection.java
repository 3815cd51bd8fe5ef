package org.semcollector.app.rebuild;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;

/// Remembers that the database failed.
final class WatchedProjection implements VisitProjection {
  private final VisitProjection projection;
  private @Nullable StoreException failure;

  WatchedProjection(VisitProjection projection) {
    this.projection = projection;
  }

  /// The first failure, if there was one.
  Optional<StoreException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public Applied apply(VisitRef visit, VisitFact fact) throws StoreException {
    try {
      return projection.apply(visit, fact);
    } catch (StoreException e) {
      if (failure == null)
        failure = e;
      throw e;
    }
  }
}
