package org.semcollector.app.export;

/// What was written.
///
/// @param count how many rows, the header not counted
/// @param complete false when whoever waits did not want more
public record Rows(long count, boolean complete) {}
