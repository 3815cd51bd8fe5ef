package org.semcollector.app.store;

import org.semcollector.app.visit.VisitFact;

/// What tells one fact of a visit from another: readable, stable, with the hash of the body.
final class FactName {
  private FactName() {}

  static String of(VisitFact fact) {
    return switch (fact) {
      case VisitFact.Received(var at, var endpoint, int status, var body) ->
        "received " + endpoint.path() + " " + status + " " + body.sha256() + " " + at;
      case VisitFact.BrokenOff(var at, var endpoint, var body, _) ->
        "broken off " + endpoint.path() + " " + body.sha256() + " " + at;
      case VisitFact.ReadoutComplete(var at) -> "readout complete " + at;
      case VisitFact.ClockSetSent(var at, var sent) -> "clock set sent " + sent + " " + at;
      case VisitFact.ClockSetConfirmed(var at) -> "clock set confirmed " + at;
      case VisitFact.EraseSent(var at) -> "erase sent " + at;
      case VisitFact.EraseProven(var at) -> "erase proven " + at;
      case VisitFact.TokenSent(var at, var sha256) -> "token sent " + sha256 + " " + at;
      case VisitFact.FirmwareSent(var at, int number, var sha256, _) ->
        "firmware sent " + number + " " + sha256 + " " + at;
      case VisitFact.FirmwareSeen(var at, int number) -> "firmware seen " + number + " " + at;
      case VisitFact.Ended(var at, var outcome, _) -> "ended " + outcome + " " + at;
    };
  }
}
