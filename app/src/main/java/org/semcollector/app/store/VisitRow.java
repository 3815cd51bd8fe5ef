package org.semcollector.app.store;

import java.time.Instant;
import java.util.Optional;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// One visit as the store knows it.
///
/// @param reference the visit's name in journal and store
/// @param outcome "done", "partly", "failed" or "cancelled"; [#UNFINISHED] while its end is not known
/// @param outages boots in the meter's log at this visit
/// @param sentence what was said to the user at the end
/// @param token what the meter held when its readings were read; empty when it held none or nothing was read
public record VisitRow(
    Ssid ssid,
    String reference,
    Instant startedAt,
    Optional<Instant> endedAt,
    String outcome,
    int newReadings,
    int knownReadings,
    boolean erased,
    int outages,
    String sentence,
    Optional<MeterToken> token) {
  /// Outcome of a visit whose end was not recorded: it runs now, or the program was ended in the middle of it.
  public static final String UNFINISHED = "unfinished";

  /// A visit that has only begun.
  public static VisitRow started(VisitRef visit) {
    return new VisitRow(visit.ssid(), visit.reference(), visit.startedAt(), Optional.empty(), UNFINISHED, 0, 0, false,
        0, "", Optional.empty());
  }

  VisitRow withReadout(VisitProjection.Applied applied, int outagesInLog, Optional<MeterToken> held) {
    return new VisitRow(ssid, reference, startedAt, endedAt, outcome, applied.newReadings(), applied.knownReadings(),
        erased, outagesInLog, sentence, held);
  }

  VisitRow withMore(int added) {
    return new VisitRow(ssid, reference, startedAt, endedAt, outcome, newReadings + added, knownReadings, erased,
        outages,
        sentence, token);
  }

  VisitRow withErased() {
    return new VisitRow(ssid, reference, startedAt, endedAt, outcome, newReadings, knownReadings, true, outages,
        sentence, token);
  }

  VisitRow ended(Instant at, String how, String said) {
    return new VisitRow(ssid, reference, startedAt, Optional.of(at), how, newReadings, knownReadings, erased, outages,
        said, token);
  }
}
