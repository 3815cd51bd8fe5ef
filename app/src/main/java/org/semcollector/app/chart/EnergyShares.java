package org.semcollector.app.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.semcollector.app.rollup.MeterEnergy;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// Fetches the energies of meters side by side: of all of them at once, from what is kept of their days.
///
/// @param source where energies come from
public record EnergyShares(BucketSource source) {
  /// The energies over the same dates, each meter's days counted in its own zone.
  ///
  /// @param first the first day
  /// @param end the day after the last
  /// @return in the order of the meters
  public List<EnergyPart> of(List<MeterRow> meters, LocalDate first, LocalDate end, Instant now) throws StoreException {
    Map<Ssid, MeterEnergy> energies = source.energies(meters, first, end);
    Map<Ssid, Double> factors = source.energyFactors(meters);
    var parts = new ArrayList<EnergyPart>();
    for (MeterRow meter : meters) {
      Optional<MeterEnergy> energy = Optional.ofNullable(energies.get(meter.ssid()));
      parts.add(new EnergyPart(meter.name(), energy.map(MeterEnergy::energyKwh).orElse(0.0),
          factors.containsKey(meter.ssid())
              ? OptionalDouble.of(factors.get(meter.ssid()))
              : OptionalDouble.empty(),
          energy.map(known -> EnergyPart.coverage(known.covered(), days(first, end, meter.zone()), now)).orElse(0.0)));
    }
    return parts;
  }

  /// The time of some dates in a zone.
  public static Range days(LocalDate first, LocalDate end, ZoneId zone) {
    return new Range(first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
  }
}
