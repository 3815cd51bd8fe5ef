package org.semcollector.app.export;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.protocol.meter.Ssid;

/// What the rows of a meter say beside its readings.
///
/// @param name what people call it
/// @param zone the zone of local times and of days
/// @param energyFactor what its kWh are multiplied with to be true; empty = they are only given raw
/// @param channelNames names of its channels, 1 to 3
/// @param corrections what its times come from
/// @param readingsFrom time of its first reading, empty without any
/// @param readingsTo time of its last reading
public record ExportedMeter(
    Ssid ssid,
    String name,
    ZoneId zone,
    OptionalDouble energyFactor,
    SortedMap<Integer, String> channelNames,
    CorrectionNames corrections,
    Optional<Instant> readingsFrom,
    Optional<Instant> readingsTo) {
  public ExportedMeter {
    channelNames = new java.util.TreeMap<>(channelNames);
  }

  String channelName(int channel) {
    return channelNames.getOrDefault(channel, "");
  }

  /// How far a time lies in the part of a range that has readings, 0 to 1.
  double progress(Instant at, Range range) {
    long from = Math.max(range.from().toEpochMilli(), readingsFrom.orElse(range.from()).toEpochMilli());
    long to = Math.min(range.to().toEpochMilli(), readingsTo.orElse(range.to()).toEpochMilli());
    return to <= from ? 1 : Math.clamp((double) (at.toEpochMilli() - from) / (to - from), 0, 1);
  }
}
