package org.semcollector.app.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.FirmwareReport.State;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.Ssid;

/// The firmware states that a visit tells. A state that nobody saw is not told: a meter that was sent an image and not
/// seen afterwards stays at the last state that is known, until a later visit asks what it runs.
final class FirmwareStory {
  private static final int TAKEN = 200;

  private final Ssid ssid;
  private final List<FirmwareReport> reports = new ArrayList<>();
  private VisitFact.@Nullable FirmwareSent sent;
  private Instant latest;

  private FirmwareStory(Ssid ssid, Optional<FirmwareReport> before) {
    this.ssid = ssid;
    this.latest = before.map(FirmwareReport::at).orElse(Instant.MIN);
  }

  /// @param facts those of one visit that have to do with firmware, in order
  /// @param before the newest state of earlier visits
  static List<FirmwareReport> of(Ssid ssid, List<VisitFact> facts, Optional<FirmwareReport> before) {
    var story = new FirmwareStory(ssid, before);
    facts.forEach(story::take);
    return story.reports;
  }

  /// What a visit that only asked the version tells about an update whose end nobody saw.
  static Optional<FirmwareReport> seenLater(Ssid ssid, Instant at, FirmwareVersion runs, FirmwareReport before) {
    if (!before.state().isOpen())
      return Optional.empty();
    var story = new FirmwareStory(ssid, Optional.of(before));
    story.sent = new VisitFact.FirmwareSent(before.at(), before.number(), before.sha256());
    story.seen(at, runs.number());
    return Optional.of(story.reports.getFirst());
  }

  private void take(VisitFact fact) {
    switch (fact) {
      case VisitFact.FirmwareSent now -> {
        sent = now;
        add(now.at(), State.DOWNLOADING, OptionalInt.empty(), "");
      }
      case VisitFact.Received(Instant at, Endpoint endpoint, int status, _) when endpoint == Endpoint.OTA -> {
        if (status == TAKEN) {
          add(at, State.DOWNLOADED, OptionalInt.empty(), "");
          add(at, State.UPDATING, OptionalInt.empty(), "");
        } else {
          failed(at, OptionalInt.empty(), "the meter refused it with status " + status);
        }
      }
      case VisitFact.BrokenOff(Instant at, Endpoint endpoint, _, String kind) when endpoint == Endpoint.OTA -> {
        if (kind.equals("UNREACHABLE"))
          failed(at, OptionalInt.empty(), "the meter could not be reached");
        if (kind.equals("CANCELLED"))
          failed(at, OptionalInt.empty(), "sending was cancelled");
      }
      case VisitFact.FirmwareSeen(Instant at, int number) -> seen(at, number);
      case VisitFact.Received _,VisitFact.BrokenOff _,VisitFact.ReadoutComplete _,VisitFact.ClockSetSent _,VisitFact.ClockSetConfirmed _,VisitFact.EraseSent _,VisitFact.EraseProven _,VisitFact.TokenSent _,VisitFact.Ended _ ->
        {
        }
    }
  }

  private void seen(Instant at, int number) {
    if (sent != null && sent.number() == number)
      add(at, State.UPDATED, OptionalInt.of(number), "");
    else
      failed(at, OptionalInt.of(number), "the meter runs " + number);
  }

  private void failed(Instant at, OptionalInt runs, String error) {
    add(at, State.FAILED, runs, error);
    sent = null;
  }

  // The server keeps one state per millisecond, and shows the one with the latest.
  private void add(Instant at, State state, OptionalInt runs, String error) {
    if (sent == null)
      return;
    Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
    latest = millis.isAfter(latest) ? millis : latest.plusMillis(1);
    reports.add(new FirmwareReport(ssid, latest, state, sent.number(), sent.sha256(), runs, error));
  }
}
