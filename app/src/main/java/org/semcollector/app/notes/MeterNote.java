package org.semcollector.app.notes;

import java.time.ZoneId;
import java.util.ArrayList;
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
/// @param nominalVoltageV nominal voltage of the grid it hangs on, V, 50 to 500; empty = that of the settings
/// @param channelNames names of its channels, 1 to 3
/// @param correction how its times are to be found
/// @param formerCorrections what was chosen before, newest last, at most [#MOST_FORMER]
public record MeterNote(
    Ssid ssid,
    Optional<String> name,
    Optional<String> site,
    Optional<ZoneId> zone,
    OptionalDouble energyFactor,
    OptionalDouble nominalVoltageV,
    SortedMap<Integer, String> channelNames,
    CorrectionChoice correction,
    List<CorrectionChoice> formerCorrections) {
  /// The largest energy factor that is not a slip of the hand.
  public static final double LARGEST_FACTOR = 1000;
  /// So many changes of a correction can be undone.
  public static final int MOST_FORMER = 20;
  private static final double LEAST_VOLTAGE = 50;
  private static final double LARGEST_VOLTAGE = 500;
  private static final int LAST_CHANNEL = 3;

  /// @throws IllegalArgumentException for a factor or a channel that cannot be
  public MeterNote {
    channelNames = new TreeMap<>(channelNames);
    formerCorrections = formerCorrections.subList(Math.max(0, formerCorrections.size() - MOST_FORMER),
        formerCorrections.size()).stream().toList();
    energyFactor.ifPresent(MeterNote::requireFactor);
    nominalVoltageV.ifPresent(MeterNote::requireVoltage);
    if (!channelNames.isEmpty() && (channelNames.firstKey() < 1 || channelNames.lastKey() > LAST_CHANNEL))
      throw new IllegalArgumentException("channels are 1 to " + LAST_CHANNEL);
  }

  /// Nothing was said.
  public static MeterNote empty(Ssid ssid) {
    return new MeterNote(ssid, Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty(),
        OptionalDouble.empty(),
        new TreeMap<>(), CorrectionChoice.NONE, List.of());
  }

  /// A blank name takes the name away.
  public MeterNote withName(String changed) {
    return new MeterNote(ssid, given(changed), site, zone, energyFactor, nominalVoltageV, channelNames, correction,
        formerCorrections);
  }

  /// A blank site takes the site away.
  public MeterNote withSite(String changed) {
    return new MeterNote(ssid, name, given(changed), zone, energyFactor, nominalVoltageV, channelNames, correction,
        formerCorrections);
  }

  public MeterNote withZone(ZoneId changed) {
    return new MeterNote(ssid, name, site, Optional.of(changed), energyFactor, nominalVoltageV, channelNames,
        correction,
        formerCorrections);
  }

  /// @throws IllegalArgumentException unless 0 < factor <= 1000
  public MeterNote withEnergyFactor(OptionalDouble changed) {
    return new MeterNote(ssid, name, site, zone, changed, nominalVoltageV, channelNames, correction, formerCorrections);
  }

  /// @throws IllegalArgumentException unless it is from 50 to 500 V
  public MeterNote withNominalVoltage(OptionalDouble changed) {
    return new MeterNote(ssid, name, site, zone, energyFactor, changed, channelNames, correction, formerCorrections);
  }

  public MeterNote withChannelNames(Map<Integer, String> changed) {
    return new MeterNote(ssid, name, site, zone, energyFactor, nominalVoltageV, new TreeMap<>(changed), correction,
        formerCorrections);
  }

  /// Chooses how times are found; what was chosen before can be had back.
  public MeterNote withCorrection(CorrectionChoice changed) {
    if (changed.equals(correction))
      return this;
    var former = new ArrayList<>(formerCorrections);
    former.add(correction);
    return new MeterNote(ssid, name, site, zone, energyFactor, nominalVoltageV, channelNames, changed, former);
  }

  /// Takes back the last choice; the same when there was none before.
  public MeterNote withFormerCorrection() {
    return formerCorrections.isEmpty()
        ? this
        : new MeterNote(ssid, name, site, zone, energyFactor, nominalVoltageV, channelNames,
            formerCorrections.getLast(),
            formerCorrections.subList(0, formerCorrections.size() - 1));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
  }

  private static void requireVoltage(double voltage) {
    if (!(voltage >= LEAST_VOLTAGE && voltage <= LARGEST_VOLTAGE))
      throw new IllegalArgumentException("a nominal voltage is from " + (int) LEAST_VOLTAGE + " to "
          + (int) LARGEST_VOLTAGE + " V");
  }

  private static void requireFactor(double factor) {
    if (!(factor > 0 && factor <= LARGEST_FACTOR))
      throw new IllegalArgumentException("an energy factor is more than 0 and at most " + (int) LARGEST_FACTOR);
  }
}
