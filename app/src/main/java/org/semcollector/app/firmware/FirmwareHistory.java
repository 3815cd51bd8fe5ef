package org.semcollector.app.firmware;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.app.firmware.FirmwareAttempt.Outcome;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.Ssid;

/// Every time that firmware was sent to a meter from here, oldest first, and what the meter said it runs when it was
/// asked about it. The journal alone tells it; no answer's body is read for it.
///
/// @param asked the version the meter gave last when it was asked for an update, whether or not any was sent
public record FirmwareHistory(List<FirmwareAttempt> attempts, OptionalInt asked) {
  private static final int OK = 200;

  public FirmwareHistory {
    attempts = List.copyOf(attempts);
  }

  /// Of one meter.
  public static FirmwareHistory of(Journal journal, Ssid ssid) throws JournalException {
    var teller = new Teller();
    for (VisitRef visit : journal.visits(ssid)) {
      for (VisitFact fact : journal.events(visit))
        teller.take(visit, fact);
    }
    return new FirmwareHistory(teller.attempts, teller.asked);
  }

  /// The last time.
  public Optional<FirmwareAttempt> last() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
  }

  /// Takes facts in order.
  private static final class Teller {
    private final List<FirmwareAttempt> attempts = new ArrayList<>();
    private OptionalInt asked = OptionalInt.empty();

    void take(VisitRef visit, VisitFact fact) {
      switch (fact) {
        case VisitFact.FirmwareSent(Instant at, int number, String sha256, Optional<String> version) ->
          attempts.add(FirmwareAttempt.sent(visit.reference(), at, number, version, sha256));
        case VisitFact.FirmwareSeen(Instant at, int number) -> {
          asked = OptionalInt.of(number);
          if (!attempts.isEmpty() && attempts.getLast().mayHaveArrived())
            change(attempts.getLast().seen(number, at));
        }
        case VisitFact.Received(_, Endpoint endpoint, int status, _) when endpoint == Endpoint.OTA && status != OK ->
          ended(Outcome.REFUSED);
        case VisitFact.BrokenOff(_, Endpoint endpoint, _, String reason) when endpoint == Endpoint.OTA
            && neverArrived(reason) ->
          ended(Outcome.NOT_SENT);
        case VisitFact.ClockSetConfirmed _ -> {
          if (!attempts.isEmpty())
            change(attempts.getLast().clockSet());
        }
        default -> {
          // tells nothing of firmware
        }
      }
    }

    private static boolean neverArrived(String reason) {
      return reason.equals(MeterException.Kind.CANCELLED.toString())
          || reason.equals(MeterException.Kind.UNREACHABLE.toString());
    }

    private void ended(Outcome how) {
      if (!attempts.isEmpty())
        change(attempts.getLast().ended(how));
    }

    private void change(FirmwareAttempt changed) {
      attempts.set(attempts.size() - 1, changed);
    }
  }
}
