package org.semcollector.app.notes;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.semcollector.protocol.meter.Ssid;

/// What people said about a meter. Whatever nobody said is empty.
///
/// @param name what people call it
/// @param site the place it belongs to, by which a round of visits is planned
/// @param zone the zone its days are counted in
/// @param energyFactor what its kWh are multiplied with to be true, 0 < factor <= 1000; empty = they are taken as they are
/// @param channelNames names of its channels, 1 to 3
/// @param estimator name of the estimator its times are to come from
/// @param pins outages whose time people know, by their start, none touching another
public record MeterNote(
    Ssid ssid,
    Optional<String> name,
    Optional<String> site,
    Optional<ZoneId> zone,
    OptionalDouble energyFactor,
    SortedMap<Integer, String> channelNames,
    Optional<String> estimator,
    List<PinnedOutage> pins) {
  /// The largest energy factor that is not a slip of the hand.
  public static final double LARGEST_FACTOR = 1000;
  private static final int LAST_CHANNEL = 3;

  /// @throws IllegalArgumentException for a factor, a channel or pins that cannot be
  public MeterNote {
    channelNames = new TreeMap<>(channelNames);
    pins = pins.stream().sorted().toList();
    energyFactor.ifPresent(MeterNote::requireFactor);
    if (!channelNames.isEmpty() && (channelNames.firstKey() < 1 || channelNames.lastKey() > LAST_CHANNEL))
      throw new IllegalArgumentException("channels are 1 to " + LAST_CHANNEL);
    for (int i = 1; i < pins.size(); i++) {
      if (pins.get(i).from().isBefore(pins.get(i - 1).to()))
        throw new IllegalArgumentException("two outages at the same time");
    }
  }

  /// Nothing was said.
  public static MeterNote empty(Ssid ssid) {
    return new MeterNote(ssid, Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty(),
        new TreeMap<>(), Optional.empty(), List.of());
  }

  /// A blank name takes the name away.
  public MeterNote withName(String changed) {
    return new MeterNote(ssid, given(changed), site, zone, energyFactor, channelNames, estimator, pins);
  }

  /// A blank site takes the site away.
  public MeterNote withSite(String changed) {
    return new MeterNote(ssid, name, given(changed), zone, energyFactor, channelNames, estimator, pins);
  }

  public MeterNote withZone(ZoneId changed) {
    return new MeterNote(ssid, name, site, Optional.of(changed), energyFactor, channelNames, estimator, pins);
  }

  /// @throws IllegalArgumentException unless 0 < factor <= 1000
  public MeterNote withEnergyFactor(OptionalDouble changed) {
    return new MeterNote(ssid, name, site, zone, changed, channelNames, estimator, pins);
  }

  public MeterNote withChannelNames(Map<Integer, String> changed) {
    return new MeterNote(ssid, name, site, zone, energyFactor, new TreeMap<>(changed), estimator, pins);
  }

  public MeterNote withEstimator(Optional<String> changed) {
    return new MeterNote(ssid, name, site, zone, energyFactor, channelNames, changed, pins);
  }

  /// @throws IllegalArgumentException when two of them overlap
  public MeterNote withPins(List<PinnedOutage> changed) {
    return new MeterNote(ssid, name, site, zone, energyFactor, channelNames, estimator, changed);
  }

  private static Optional<String> given(String text) {
    return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
  }

  private static void requireFactor(double factor) {
    if (!(factor > 0 && factor <= LARGEST_FACTOR))
      throw new IllegalArgumentException("an energy factor is more than 0 and at most " + (int) LARGEST_FACTOR);
  }
}
