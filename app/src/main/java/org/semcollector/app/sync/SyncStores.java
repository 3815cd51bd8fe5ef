package org.semcollector.app.sync;

import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.FirmwareReports;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StaleStamps;
import org.semcollector.app.store.SyncRuns;

/// What a sync reads and writes on the laptop: ports onto one store.
///
/// @param firmware states that the server should know
/// @param names what the server calls an image
public record SyncStores(MeterStore meters, ReadingStore readings, Outbox outbox, StaleStamps stale,
    Corrections corrections, SyncRuns runs, FirmwareReports firmware, FirmwareNews.Names names) {}
