package org.semcollector.app.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.powerloss.DecodedPowerLosses;
import org.semcollector.protocol.powerloss.PowerLossCodec;
import org.semcollector.protocol.powerloss.PowerLossLog;

/// What the facts of the visit in progress have told so far. Facts come from the first one on, so that a replay fills
/// it again.
final class VisitMemory {
  private final String reference;
  private @Nullable Bytes version;
  private @Nullable Bytes token;
  private @Nullable Bytes telemetry;
  private @Nullable Bytes powerLosses;
  private @Nullable Instant telemetryAt;
  private @Nullable Instant formerTelemetryAt;
  private @Nullable Instant clockSent;
  private @Nullable String failedFact;
  private boolean readoutComplete;
  private VisitFact.@Nullable FirmwareSent firmwareSent;
  private boolean firmwareSeen;
  private final List<VisitFact> firmware = new ArrayList<>();
  private boolean eraseSent;

  VisitMemory(String reference) {
    this.reference = reference;
  }

  void note(VisitFact fact) {
    if (isOfFirmware(fact))
      firmware.add(fact);
    switch (fact) {
      case VisitFact.Received(Instant at, Endpoint endpoint, int status, Bytes body) when status == 200 ->
        received(at, endpoint, body);
      case VisitFact.ReadoutComplete _ -> readoutComplete = true;
      case VisitFact.ClockSetSent(_, Instant sent) -> clockSent = sent;
      case VisitFact.EraseSent _ -> eraseSent = true;
      case VisitFact.Received(_, Endpoint endpoint, _, _) when endpoint == Endpoint.OTA -> firmwareSent = null;
      case VisitFact.BrokenOff(_, Endpoint endpoint, _, String kind) when endpoint == Endpoint.OTA
          && kind.equals("CANCELLED") ->
        firmwareSent = null;
      case VisitFact.FirmwareSent sent -> firmwareSent = sent;
      case VisitFact.FirmwareSeen _ -> firmwareSeen = true;
      case VisitFact.Received _,VisitFact.BrokenOff _,VisitFact.ClockSetConfirmed _,VisitFact.EraseProven _,VisitFact.TokenSent _,VisitFact.Ended _ ->
        {
        }
    }
  }

  // A visit is replayed from its first fact after a fact could not be stored; one that stands there already counts once.
  private boolean isOfFirmware(VisitFact fact) {
    return !firmware.contains(fact) && switch (fact) {
      case VisitFact.FirmwareSent _,VisitFact.FirmwareSeen _ -> true;
      case VisitFact.Received(_, Endpoint endpoint, _, _) -> endpoint == Endpoint.OTA;
      case VisitFact.BrokenOff(_, Endpoint endpoint, _, _) -> endpoint == Endpoint.OTA;
      case VisitFact.ReadoutComplete _,VisitFact.ClockSetSent _,VisitFact.ClockSetConfirmed _,VisitFact.EraseSent _,VisitFact.EraseProven _,VisitFact.TokenSent _,VisitFact.Ended _ ->
        false;
    };
  }

  private void received(Instant at, Endpoint endpoint, Bytes body) {
    switch (endpoint) {
      case VERSION -> version = body;
      case TOKEN -> token = body;
      case TELEMETRY -> {
        if (!at.equals(telemetryAt))
          formerTelemetryAt = telemetryAt;
        telemetryAt = at;
        telemetry = body;
      }
      case POWER_LOSS_LOG -> powerLosses = body;
      case TIME, RESET, OTA -> {
      }
    }
  }

  String reference() {
    return reference;
  }

  Optional<Bytes> version() {
    return Optional.ofNullable(version);
  }

  Optional<Bytes> token() {
    return Optional.ofNullable(token);
  }

  Optional<Bytes> telemetry() {
    return Optional.ofNullable(telemetry);
  }

  Optional<Instant> telemetryAt() {
    return Optional.ofNullable(telemetryAt);
  }

  Optional<Instant> formerTelemetryAt() {
    return Optional.ofNullable(formerTelemetryAt);
  }

  Optional<Instant> clockSent() {
    return Optional.ofNullable(clockSent);
  }

  Bytes powerLosses() {
    return powerLosses == null ? Bytes.EMPTY : powerLosses;
  }

  Optional<PowerLossLog> log() {
    return Optional.ofNullable(powerLosses).map(PowerLossCodec::decode).map(decoded -> switch (decoded) {
      case DecodedPowerLosses.Complete(PowerLossLog log) -> log;
      case DecodedPowerLosses.Malformed(PowerLossLog log, _, _) -> log;
    });
  }

  boolean readoutComplete() {
    return readoutComplete;
  }

  boolean eraseSent() {
    return eraseSent;
  }

  /// The firmware that was sent in this visit and not refused.
  Optional<VisitFact.FirmwareSent> firmwareSent() {
    return Optional.ofNullable(firmwareSent);
  }

  /// Whether somebody saw what the meter ran afterwards.
  boolean firmwareSeen() {
    return firmwareSeen;
  }

  /// Everything that has to do with firmware, in order.
  List<VisitFact> firmware() {
    return List.copyOf(firmware);
  }

  /// A fact that could not be stored; facts after it must wait for it.
  Optional<String> failedFact() {
    return Optional.ofNullable(failedFact);
  }

  void failed(String fact) {
    failedFact = fact;
  }

  void succeeded() {
    failedFact = null;
  }
}
