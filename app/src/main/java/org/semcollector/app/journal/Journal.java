package org.semcollector.app.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Ssid;

/// The append-only evidence of all visits. What [#append] returned from survives any kill or power cut.
public interface Journal {
  /// Starts a visit; its folder is durable when this returns.
  VisitRef begin(Ssid ssid, Instant at) throws JournalException;

  /// Keeps a fact: written, fsynced (file and folder), read back and compared when this returns.
  void append(VisitRef visit, VisitFact fact) throws JournalException;

  /// All visits of all meters, oldest first.
  List<VisitRef> visits() throws JournalException;

  /// The visits of one meter, oldest first.
  default List<VisitRef> visits(Ssid ssid) throws JournalException {
    return visits().stream().filter(visit -> visit.ssid().equals(ssid)).toList();
  }

  /// When the newest visit began, by the laptop's clock then; empty when there is none.
  default Optional<Instant> newest() throws JournalException {
    return visits().stream().map(VisitRef::startedAt).max(Instant::compareTo);
  }

  /// The facts of a visit in order, bodies checked against their hashes. A half-written last fact (a kill during
  /// [#append]) is left out: it was never reported safe.
  List<VisitFact> facts(VisitRef visit) throws JournalException;

  /// The facts of a visit without what meters answered: every body is empty. Cheap; for what was done, not for what was
  /// read, and never for storing.
  default List<VisitFact> events(VisitRef visit) throws JournalException {
    return facts(visit);
  }

  /// Checks every hash of every visit.
  JournalReport verify(Progress progress) throws JournalException;

  /// Where a person finds the visit.
  String location(VisitRef visit);
}
