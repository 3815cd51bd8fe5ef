package org.semcollector.app.store;

/// All ports of one store, for tests that any implementation must pass.
record StorePorts(IngestStore ingest, ReadingStore readings, MeterStore meters, Outbox outbox, Restarts restarts) {}
