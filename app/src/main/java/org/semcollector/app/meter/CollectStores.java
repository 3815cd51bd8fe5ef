package org.semcollector.app.meter;

import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.VisitProjection;

/// What collecting needs of the store.
public record CollectStores(VisitProjection projection, MeterStore meters, ReadingStore readings) {}
