package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.semcollector.app.notes.CorrectionChoice;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotesException;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;

/// What people can do about the times of a meter: look, choose an estimator, pin an outage, and take it back.
public final class TimeCorrections {
  private final CorrectStores stores;
  private final MeterNotes notes;
  private final Settlement settlement;

  public TimeCorrections(CorrectStores stores, MeterNotes notes, Settlement settlement) {
    this.stores = stores;
    this.notes = notes;
    this.settlement = settlement;
  }

  /// How a meter's times are found now.
  public CorrectionChoice choice(Ssid ssid) throws StoreException {
    return note(ssid).correction();
  }

  /// Whether there is a choice to go back to.
  public boolean canUndo(Ssid ssid) throws StoreException {
    return !note(ssid).formerCorrections().isEmpty();
  }

  /// The choice before the last change; the present one when there was none.
  public CorrectionChoice former(Ssid ssid) throws StoreException {
    return note(ssid).withFormerCorrection().correction();
  }

  /// A meter's time line with the times that count now.
  public TimeLine timeLine(Ssid ssid) throws StoreException {
    MeterTimes meter = MeterTimes.of(stores, ssid);
    return TimeLines.of(ssid, meter, way(ssid, choice(ssid)), meter::current,
        stores.meters().visits(Optional.of(ssid)));
  }

  /// A meter's time line as it would be with another choice.
  public TimeLine timeLine(Ssid ssid, CorrectionChoice choice) throws StoreException {
    MeterTimes meter = MeterTimes.of(stores, ssid);
    Way way = way(ssid, choice);
    Settling settling = Settling.all(meter, way);
    return TimeLines.of(ssid, meter, way, index -> times(meter, settling, index),
        stores.meters().visits(Optional.of(ssid)));
  }

  /// What another choice would change; nothing is changed.
  public Preview preview(Ssid ssid, CorrectionChoice choice) throws StoreException {
    MeterTimes meter = MeterTimes.of(stores, ssid);
    Way way = way(ssid, choice);
    Settling settling = Settling.all(meter, way);
    var comparing = new Comparing(way.zone(), stores.unsent().keys(ssid));
    for (int i = 0; i < meter.size(); i++) {
      List<StoredReading> readings = meter.readings(i);
      List<CorrectedTime> times = times(meter, settling, i);
      for (int k = 0; k < readings.size(); k++)
        comparing.add(readings.get(k), times.get(k));
    }
    return comparing.preview();
  }

  /// Chooses how a meter's times are found, and changes them. The choice is noted first: if the program ends in between,
  /// the times change at its next start.
  public void apply(Ssid ssid, CorrectionChoice choice) throws StoreException {
    change(ssid, note -> note.withCorrection(choice));
  }

  /// Takes the last choice back: the times before it count again.
  public void undo(Ssid ssid) throws StoreException {
    change(ssid, MeterNote::withFormerCorrection);
  }

  /// A choice with one more outage pinned, of which it is not said which of the log's it is: the one that can have been
  /// then; of several the one that is thought to lie nearest.
  ///
  /// @throws ImpossiblePinException when none can have been then, with the reason
  public CorrectionChoice pinned(Ssid ssid, CorrectionChoice choice, Instant from, Instant to)
      throws StoreException, ImpossiblePinException {
    PinPlaces places = places(ssid, choice, from, to);
    List<PlacedOutage> known = new ArrayList<>(timeLine(ssid).outages());
    known.sort(Comparator.comparing((PlacedOutage outage) -> distance(outage, from, to)));
    List<Long> possible = places.possible();
    Optional<Long> nearest = known.stream().map(PlacedOutage::bootMillis).filter(possible::contains).findFirst()
        .or(() -> possible.stream().findFirst());
    if (nearest.isPresent())
      return places.with(nearest.get());
    throw places.refused(known.stream().map(PlacedOutage::bootMillis).findFirst());
  }

  /// A choice with an outage of the log pinned, in place of an earlier pin of it.
  ///
  /// @throws ImpossiblePinException when it cannot have been then, with the reason
  public CorrectionChoice pinned(Ssid ssid, CorrectionChoice choice, PlacedOutage outage, Instant from, Instant to)
      throws StoreException, ImpossiblePinException {
    PinPlaces places = places(ssid, unpinned(choice, outage), from, to);
    if (places.possible().contains(outage.bootMillis()))
      return places.with(outage.bootMillis());
    throw places.refused(Optional.of(outage.bootMillis()));
  }

  /// A choice without the pin of an outage.
  public static CorrectionChoice unpinned(CorrectionChoice choice, PlacedOutage outage) {
    return choice.withPins(choice.pins().stream().filter(pin -> pin.bootMillis() != outage.bootMillis()).toList());
  }

  private PinPlaces places(Ssid ssid, CorrectionChoice choice, Instant from, Instant to) throws StoreException {
    return new PinPlaces(MeterTimes.of(stores, ssid), way(ssid, choice), from, to);
  }

  private static Duration distance(PlacedOutage outage, Instant from, Instant to) {
    return Duration.between(outage.from().at(), from).abs().plus(Duration.between(outage.to().at(), to).abs());
  }

  private void change(Ssid ssid, UnaryOperator<MeterNote> change) throws StoreException {
    try {
      notes.change(ssid, change);
    } catch (NotesException e) {
      throw failed(e);
    }
    settlement.again(ssid);
  }

  private static List<CorrectedTime> times(MeterTimes meter, Settling settling, int index) throws StoreException {
    Optional<List<CorrectedTime>> settled = settling.times(index);
    return settled.isPresent() ? settled.get() : meter.current(index);
  }

  private Way way(Ssid ssid, CorrectionChoice choice) throws StoreException {
    MeterRow meter = stores.meters().meter(ssid)
        .orElseThrow(() -> new StoreException("The meter " + ssid + " is not known here. Nothing was changed."));
    return Way.of(choice, meter.zone());
  }

  private MeterNote note(Ssid ssid) throws StoreException {
    try {
      return notes.note(ssid);
    } catch (NotesException e) {
      throw failed(e);
    }
  }

  private static StoreException failed(NotesException e) {
    return new StoreException(String.valueOf(e.getMessage()), e);
  }
}
