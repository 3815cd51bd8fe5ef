package org.semcollector.app.chart;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.rollup.MeterEnergy;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// Where charts get their buckets from.
public interface BucketSource {
  /// Buckets of a meter over a range, without holes, oldest first.
  ///
  /// @param channel one channel, 1 to 3; empty = all summed
  /// @param zone the zone whose hours, days, weeks, months and years are counted; fast in the meter's own zone, where days
  ///     are kept added up, as slow as reading all readings of the range in one with other days
  List<Bucket> buckets(Ssid ssid, OptionalInt channel, BucketUnit unit, ReadingStore.Range range, ZoneId zone)
      throws StoreException;

  /// Buckets of all channels of a meter summed.
  default List<Bucket> buckets(Ssid ssid, BucketUnit unit, ReadingStore.Range range, ZoneId zone)
      throws StoreException {
    return buckets(ssid, OptionalInt.empty(), unit, range, zone);
  }

  /// The energies of some meters over the same dates, each counted in its own zone; a meter of which nothing is known
  /// may be left out.
  ///
  /// @param first the first day
  /// @param end the day after the last
  default Map<Ssid, MeterEnergy> energies(List<MeterRow> meters, LocalDate first, LocalDate end)
      throws StoreException {
    Map<Ssid, MeterEnergy> energies = new HashMap<>();
    for (MeterRow meter : meters) {
      double kwh = 0;
      Duration covered = Duration.ZERO;
      for (Bucket day : buckets(meter.ssid(), BucketUnit.DAY, EnergyShares.days(first, end, meter.zone()),
          meter.zone())) {
        kwh += day.energyKwh();
        covered = covered.plus(day.covered());
      }
      energies.put(meter.ssid(), new MeterEnergy(meter.ssid(), kwh, covered));
    }
    return energies;
  }

  /// What is missing of a meter within a range, oldest first; nothing where no evidence is kept.
  default List<Gap> gaps(Ssid ssid, ReadingStore.Range range) throws StoreException {
    return List.of();
  }

  /// What people said a meter's kWh must be multiplied with to be true; empty = they are taken as they are. Buckets are
  /// never scaled.
  default OptionalDouble energyFactor(Ssid ssid) throws StoreException {
    return OptionalDouble.empty();
  }

  /// The energy factors of some meters, as [#energyFactor] has them; meters without one are left out.
  default Map<Ssid, Double> energyFactors(List<MeterRow> meters) throws StoreException {
    Map<Ssid, Double> factors = new HashMap<>();
    for (MeterRow meter : meters)
      energyFactor(meter.ssid()).ifPresent(factor -> factors.put(meter.ssid(), factor));
    return factors;
  }
}
