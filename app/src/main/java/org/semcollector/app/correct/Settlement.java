package org.semcollector.app.correct;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotesException;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.Corrections.Former;
import org.semcollector.app.store.Corrections.NewTimes;
import org.semcollector.app.store.Corrections.PlacedStretch;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;

/// Brings the times of meters to what all visits and all notes together tell. Doing it again changes nothing, so a kill
/// at any moment is made up for by doing it again.
public final class Settlement {
  private static final Duration STORED_APART = Duration.ofMillis(500);

  private final CorrectStores stores;
  private final MeterNotes notes;
  private final Clock clock;

  public Settlement(CorrectStores stores, MeterNotes notes, Clock clock) {
    this.stores = stores;
    this.notes = notes;
    this.clock = clock;
  }

  /// Settles the meters that have readings or notes that are newer than their last settlement.
  ///
  /// @return how many
  public synchronized int all() throws StoreException {
    int settled = 0;
    Map<Ssid, String> marks = stores.settled().marks();
    for (MeterRow meter : stores.meters().meters()) {
      if (settle(meter, Optional.ofNullable(marks.get(meter.ssid()))))
        settled++;
    }
    return settled;
  }

  /// Settles one meter; nothing happens when it is, or is not known.
  public synchronized void settle(Ssid ssid) throws StoreException {
    Optional<MeterRow> meter = stores.meters().meter(ssid);
    if (meter.isPresent())
      settle(meter.get(), Optional.ofNullable(stores.settled().marks().get(ssid)));
  }

  /// Settles one meter from its first visit on, also when it is settled: an estimator may have got better since.
  public synchronized void again(Ssid ssid) throws StoreException {
    Optional<MeterRow> meter = stores.meters().meter(ssid);
    if (meter.isPresent())
      settle(meter.get(), Optional.empty());
  }

  private boolean settle(MeterRow row, Optional<String> text) throws StoreException {
    Way way = way(row);
    Optional<SettledMark> mark = text.flatMap(SettledMark::parse)
        .filter(settled -> settled.way().equals(way.fingerprint()) && settled.readings() <= row.readings());
    if (row.readings() == 0 || mark.filter(settled -> settled.readings() == row.readings()).isPresent())
      return false;
    MeterTimes meter = MeterTimes.of(stores, row.ssid());
    // a meter that was settled in this way goes on where it stood; any other begins again
    Settling settling = mark.isPresent()
        ? Settling.after(meter, way, mark.get().stretches())
        : Settling.all(meter, way);
    apply(row.ssid(), meter, settling, way);
    stores.settled().mark(row.ssid(), new SettledMark(row.readings(), meter.size(), way.fingerprint()).text());
    return true;
  }

  Way way(MeterRow meter) throws StoreException {
    try {
      return Way.of(notes.note(meter.ssid()).correction(), meter.zone());
    } catch (NotesException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  private void apply(Ssid ssid, MeterTimes meter, Settling settling, Way way) throws StoreException {
    var added = new ArrayList<NewTimes>();
    var restored = new ArrayList<Former>();
    for (int i = 0; i < meter.size(); i++) {
      Optional<List<CorrectedTime>> times = settling.times(i);
      if (times.isEmpty() || isSame(times.get(), meter.current(i)))
        continue;
      PlacedStretch stretch = meter.stretch(i);
      Optional<Corrections.Run> former = runWith(times.get(), meter, i);
      if (former.isPresent())
        restored.add(new Former(stretch.id(), former.get().id()));
      else
        added.add(new NewTimes(stretch.id(), way.estimator().name(), way.estimator().version(), clock.instant(),
            times.get()));
    }
    if (!restored.isEmpty())
      stores.corrections().restore(ssid, restored);
    if (!added.isEmpty())
      stores.corrections().apply(ssid, added);
  }

  /// Storing moves a time that another reading has by a millisecond.
  private static boolean isSame(List<CorrectedTime> some, List<CorrectedTime> others) {
    for (int i = 0; i < some.size(); i++) {
      if (isOther(some.get(i).measuredAt(), others.get(i).measuredAt())
          || isOther(some.get(i).earliest(), others.get(i).earliest())
          || isOther(some.get(i).latest(), others.get(i).latest()))
        return false;
    }
    return true;
  }

  private static boolean isOther(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(STORED_APART) > 0;
  }

  private static Optional<Corrections.Run> runWith(List<CorrectedTime> times, MeterTimes meter, int index)
      throws StoreException {
    for (Corrections.Run run : meter.stretch(index).runs()) {
      if (isSame(times, meter.times(index, run)))
        return Optional.of(run);
    }
    return Optional.empty();
  }
}
