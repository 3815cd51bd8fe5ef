package org.semcollector.protocol.reading;

/// Saves that are missing between two readings though the meter ran: they could not be written or could not be read.
///
/// @param channel whose readings
/// @param before position of the reading before the hole
/// @param after position of the reading after it
/// @param missingSaves about how many readings are missing, at least 1; exact up to some hundred
public record Hole(int channel, int before, int after, long missingSaves) {}
