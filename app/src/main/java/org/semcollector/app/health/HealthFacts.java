package org.semcollector.app.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.meter.Ssid;

/// What is known of a meter when it is judged.
///
/// @param channels its newest readings by channel, oldest first; [#DAYS] of them are enough
/// @param boots outages in its power-loss log in that time, ms by its own clock, ascending
/// @param firmwareVersion what it last said; empty = never asked
/// @param recordsOnMeter how many records its flash held when it was read last
/// @param readAt when that was; empty = never
/// @param cameBackEmpty true when it held readings and a token at one visit, and neither at the next, and nobody erased it
/// @param gaps what is missing of that time
/// @param formerMeter the meter that had its token before
/// @param nominalVoltageV the grid's nominal voltage, V
/// @param now the time of the verdict
public record HealthFacts(
    SortedMap<Integer, List<StoredReading>> channels,
    List<Long> boots,
    OptionalInt firmwareVersion,
    int recordsOnMeter,
    Optional<Instant> readAt,
    boolean cameBackEmpty,
    List<Gap> gaps,
    Optional<Ssid> formerMeter,
    double nominalVoltageV,
    Instant now) {
  /// How many days of readings are judged: old faults that are mended are history.
  public static final int DAYS = 30;

  public HealthFacts {
    var copy = new TreeMap<Integer, List<StoredReading>>();
    channels.forEach((channel, readings) -> copy.put(channel, List.copyOf(readings)));
    channels = copy;
    boots = List.copyOf(boots);
    gaps = List.copyOf(gaps);
  }

  long readings() {
    return channels.values().stream().mapToLong(List::size).sum();
  }
}
