package org.semcollector.protocol.clock;

/// Readings between two outages: their spacing is right, only their common offset is unknown.
///
/// @param from position of the first reading
/// @param to position after the last reading; more than `from`
/// @param outagesBefore how many outages of the clock run came before: what lags have added up
public record Segment(int from, int to, int outagesBefore) {}
