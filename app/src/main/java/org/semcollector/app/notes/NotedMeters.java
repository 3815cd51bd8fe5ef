package org.semcollector.app.notes;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.meter.Ssid;

/// Meters whose names and zones are noted before the database has them.
public final class NotedMeters implements MeterStore {
  private final MeterStore meters;
  private final MeterNotes notes;

  public NotedMeters(MeterStore meters, MeterNotes notes) {
    this.meters = meters;
    this.notes = notes;
  }

  /// Brings names and zones of a database up to the notes: a new database has none, an old one may lack the last.
  ///
  /// Comes before visits are stored: zones have a part in placing readings in time.
  public static void copy(MeterNotes notes, MeterStore meters) throws StoreException {
    for (MeterNote note : all(notes)) {
      Optional<MeterRow> known = meters.meter(note.ssid());
      if (note.name().isPresent() && !note.name().equals(known.map(MeterRow::name)))
        meters.rename(note.ssid(), note.name().get());
      if (note.zone().isPresent() && !note.zone().equals(known.map(MeterRow::zone)))
        meters.setZone(note.ssid(), note.zone().get());
    }
  }

  private static List<MeterNote> all(MeterNotes notes) throws StoreException {
    try {
      return notes.all();
    } catch (NotesException e) {
      throw failed(e);
    }
  }

  @Override
  public List<MeterRow> meters() throws StoreException {
    return meters.meters();
  }

  @Override
  public Optional<MeterRow> meter(Ssid ssid) throws StoreException {
    return meters.meter(ssid);
  }

  @Override
  public void rename(Ssid ssid, String name) throws StoreException {
    note(ssid, note -> note.withName(name));
    meters.rename(ssid, name);
  }

  @Override
  public void setZone(Ssid ssid, ZoneId zone) throws StoreException {
    note(ssid, note -> note.withZone(zone));
    meters.setZone(ssid, zone);
  }

  @Override
  public List<VisitRow> visits(Optional<Ssid> ssid) throws StoreException {
    return meters.visits(ssid);
  }

  private void note(Ssid ssid, UnaryOperator<MeterNote> change) throws StoreException {
    try {
      notes.change(ssid, change);
    } catch (NotesException e) {
      throw failed(e);
    }
  }

  private static StoreException failed(NotesException e) {
    return new StoreException(String.valueOf(e.getMessage()), e);
  }
}
