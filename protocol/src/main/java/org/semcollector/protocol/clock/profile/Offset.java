package org.semcollector.protocol.clock.profile;

/// By how much a segment's stamps are too early.
///
/// @param likelyMinutes the median
/// @param leastMinutes start of the 90 % interval
/// @param mostMinutes end of the 90 % interval
public record Offset(double likelyMinutes, double leastMinutes, double mostMinutes) {
  static final Offset NONE = new Offset(0, 0, 0);
}
