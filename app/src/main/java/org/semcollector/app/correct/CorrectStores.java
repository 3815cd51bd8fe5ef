package org.semcollector.app.correct;

import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.Restarts;
import org.semcollector.app.store.SettledTimes;

/// What correcting needs of the store.
public record CorrectStores(MeterStore meters, Corrections corrections, Unsent unsent, SettledTimes settled,
    Restarts restarts) {}
