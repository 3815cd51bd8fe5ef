package org.semcollector.app.firmware;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Ssid;

/// The firmware a meter was sent last.
///
/// @param at when
/// @param number as which version
record SentFirmware(Instant at, int number) {
  /// From the journal; empty when none was ever sent.
  static Optional<SentFirmware> last(Journal journal, Ssid ssid) throws JournalException {
    List<VisitRef> visits = journal.visits(ssid);
    for (int i = visits.size() - 1; i >= 0; i--) {
      for (VisitFact fact : journal.events(visits.get(i)).reversed()) {
        if (fact instanceof VisitFact.FirmwareSent(Instant at, int number, _))
          return Optional.of(new SentFirmware(at, number));
      }
    }
    return Optional.empty();
  }
}
