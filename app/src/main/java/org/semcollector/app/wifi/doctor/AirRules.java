package org.semcollector.app.wifi.doctor;

import java.util.Optional;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.WifiFailure;

/// What is heard, and whether it lets this computer in.
final class AirRules {
  private AirRules() {}

  static DoctorFinding range(WifiFacts facts) {
    Optional<AccessPoint> impostor = facts.heard().stream().filter(AccessPoint::isImpostor).findFirst();
    if (impostor.isPresent())
      return DoctorFinding.problem(DoctorCheck.RANGE, "range.impostor", impostor.get().ssid(),
          impostor.get().bssid().orElse(""));
    boolean wantedHeard = facts.wanted()
        .filter(meter -> facts.heard().stream().noneMatch(point -> point.ssid().equals(meter))).isEmpty();
    if (!facts.heard().isEmpty())
      return wantedHeard
          ? DoctorFinding.well(DoctorCheck.RANGE, "range.well", facts.heard().size(), facts.heard().getFirst().ssid())
          : DoctorFinding.problem(DoctorCheck.RANGE, "range.others", facts.wanted().orElseThrow(),
              facts.heard().size());
    if (facts.scanFailure().isPresent() || !facts.ability().scans())
      return DoctorFinding.notChecked(DoctorCheck.RANGE, "range.unknown");
    return DoctorFinding.problem(DoctorCheck.RANGE, "range.none");
  }

  static DoctorFinding password(WifiFacts facts) {
    Optional<WifiFailure.WrongPassword> wrong = facts.failure(WifiFailure.WrongPassword.class);
    if (wrong.isPresent())
      return DoctorFinding.problem(DoctorCheck.PASSWORD, wrong.get().noneKnown() ? "password.none" : "password.wrong",
          wrong.get().meter());
    if (!facts.withoutPassword().isEmpty())
      return DoctorFinding.look(DoctorCheck.PASSWORD, "password.missing", facts.withoutPassword().getFirst(),
          facts.withoutPassword().size());
    return facts.heard().isEmpty()
        ? DoctorFinding.notChecked(DoctorCheck.PASSWORD, "password.unknown")
        : DoctorFinding.well(DoctorCheck.PASSWORD, "password.well");
  }
}
