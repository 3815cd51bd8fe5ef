package org.semcollector.app.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.semcollector.app.gap.GapQuery;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotesException;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Ssid;

/// Judges a meter by what is kept of it.
public final class HealthQuery {
  private final Sources sources;
  private final double nominalVoltageV;

  /// Where facts come from.
  public record Sources(
      MeterStore meters, MeterNotes notes, ReadingStore readings, Corrections corrections, GapQuery gaps,
      Journal journal,
      Clock clock) {}

  /// @param nominalVoltageV the grid's nominal voltage where the meter's note says none, V
  public HealthQuery(Sources sources, double nominalVoltageV) {
    this.sources = sources;
    this.nominalVoltageV = nominalVoltageV;
  }

  /// The verdict on a meter by its newest 30 days and last visits; a meter nobody knows has none.
  public Optional<HealthVerdict> verdict(Ssid ssid) throws StoreException, JournalException {
    return look(ssid).map(HealthLook::verdict);
  }

  /// The verdict, and how full the memory is, from the same facts.
  public Optional<HealthLook> look(Ssid ssid) throws StoreException, JournalException {
    Optional<MeterRow> known = sources.meters().meter(ssid);
    if (known.isEmpty())
      return Optional.empty();
    HealthFacts facts = facts(known.get());
    return Optional.of(new HealthLook(Health.judge(facts), MemoryForecast.of(facts)));
  }

  private HealthFacts facts(MeterRow meter) throws StoreException, JournalException {
    Instant newest = meter.lastMeasuredAt().orElse(sources.clock().instant());
    var range = new Range(newest.minus(Duration.ofDays(HealthFacts.DAYS)), newest.plusMillis(1));
    LastVisits visits = lastVisits(meter.ssid());
    return new HealthFacts(channels(meter.ssid(), range), boots(meter.ssid(), range.from()), meter.firmwareVersion(),
        visits.recordsOnMeter(), visits.readAt(), visits.cameBackEmpty(), sources.gaps().gaps(meter.ssid(), range),
        former(meter),
        nominalVoltage(meter.ssid()), sources.clock().instant());
  }

  private double nominalVoltage(Ssid ssid) throws StoreException {
    try {
      return sources.notes().note(ssid).nominalVoltageV().orElse(nominalVoltageV);
    } catch (NotesException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  private SortedMap<Integer, List<StoredReading>> channels(Ssid ssid, Range range) throws StoreException {
    var channels = new TreeMap<Integer, List<StoredReading>>();
    sources.readings().forEach(ssid, range,
        reading -> channels.computeIfAbsent(reading.raw().channel(), _ -> new ArrayList<>()).add(reading));
    return channels;
  }

  /// Without restarts by the collector itself. The log's stamps are the meter's own; they lag, so none of the time is left out.
  private List<Long> boots(Ssid ssid, Instant from) throws StoreException {
    return sources.corrections().stretches(ssid).stream().flatMap(stretch -> stretch.evidence().outageBoots().stream())
        .filter(boot -> boot >= from.toEpochMilli()).sorted().toList();
  }

  private LastVisits lastVisits(Ssid ssid) throws JournalException {
    List<VisitRef> all = sources.journal().visits(ssid);
    var visits = new LastVisits();
    for (VisitRef visit : all.subList(Math.max(0, all.size() - LastVisits.ENOUGH), all.size()))
      visits.add(sources.journal().facts(visit));
    return visits;
  }

  /// The meter that had this one's token and was collected before it.
  private Optional<Ssid> former(MeterRow meter) throws StoreException {
    if (meter.token().isEmpty())
      return Optional.empty();
    Instant mine = meter.lastCollectedAt().orElse(Instant.MIN);
    return sources.meters().meters().stream()
        .filter(other -> !other.ssid().equals(meter.ssid()) && other.token().equals(meter.token())
            && other.lastCollectedAt().filter(mine::isAfter).isPresent())
        .map(MeterRow::ssid).findFirst();
  }
}
