package org.semcollector.app.sync;

import java.util.random.RandomGenerator;

/// What all meters of a run share.
///
/// @param turn number of the run; decides which proven readings it looks for
/// @param lanes what does work at once
/// @param random may be used by several threads
record RunContext(SyncStores stores, TelemetryServer server, ServerCalls calls, Lanes lanes, RunCount count,
    SyncOptions options, long turn, RandomGenerator random) {}
