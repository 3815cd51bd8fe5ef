package org.semcollector.app.wiring;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.semcollector.app.chart.BucketSource;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.gap.GapQuery;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotesException;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketQuery;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.rollup.EnergyQuery;
import org.semcollector.app.rollup.MeterEnergy;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// What charts and files show: buckets and gaps from the database, energy factors from the notes.
record StoredBuckets(BucketQuery query, EnergyQuery energies, GapQuery missing, MeterNotes notes)
    implements
      BucketSource {
  @Override
  public List<Bucket> buckets(Ssid ssid, OptionalInt channel, BucketUnit unit, Range range, ZoneId zone)
      throws StoreException {
    return query.buckets(ssid, channel, zone, unit, range);
  }

  @Override
  public Map<Ssid, MeterEnergy> energies(List<MeterRow> meters, LocalDate first, LocalDate end)
      throws StoreException {
    return energies.energies(first, end).stream().collect(Collectors.toMap(MeterEnergy::ssid, energy -> energy));
  }

  @Override
  public List<Gap> gaps(Ssid ssid, Range range) throws StoreException {
    return missing.gaps(ssid, range);
  }

  @Override
  public OptionalDouble energyFactor(Ssid ssid) throws StoreException {
    try {
      return notes.note(ssid).energyFactor();
    } catch (NotesException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Map<Ssid, Double> energyFactors(List<MeterRow> meters) throws StoreException {
    try {
      return notes.all().stream().filter(note -> note.energyFactor().isPresent())
          .collect(Collectors.toMap(MeterNote::ssid, note -> note.energyFactor().getAsDouble()));
    } catch (NotesException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }
}
