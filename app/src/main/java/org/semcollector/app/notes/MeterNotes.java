package org.semcollector.app.notes;

import java.util.List;
import java.util.function.UnaryOperator;
import org.semcollector.protocol.meter.Ssid;

/// What people said about meters, durable when it is said. The database only copies from here.
public interface MeterNotes {
  /// The note of a meter; an empty one when nobody said anything.
  MeterNote note(Ssid ssid) throws NotesException;

  /// The notes of all meters somebody said something about, by SSID.
  List<MeterNote> all() throws NotesException;

  /// Changes a note; on the disk when this returns.
  ///
  /// @return the changed note
  MeterNote change(Ssid ssid, UnaryOperator<MeterNote> change) throws NotesException;
}
