package org.semcollector.app.wifi.doctor;

import java.util.Optional;
import java.util.stream.Stream;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.WifiFailure.Right;

/// What stands between this program and the radio.
final class RadioRules {
  private RadioRules() {}

  static DoctorFinding adapter(WifiFacts facts) {
    Optional<WifiFailure.Unsupported> unsupported = facts.failure(WifiFailure.Unsupported.class);
    if (unsupported.isPresent())
      return DoctorFinding.problem(DoctorCheck.ADAPTER, "adapter.unsupported", unsupported.get().system());
    if (facts.failure(WifiFailure.NoAdapter.class).isPresent())
      return DoctorFinding.problem(DoctorCheck.ADAPTER, "adapter.none");
    return facts.scanFailure().map(RadioRules::silent).orElseGet(() -> facts.ability().joins()
        ? DoctorFinding.well(DoctorCheck.ADAPTER, "adapter.well")
        : DoctorFinding.look(DoctorCheck.ADAPTER, "adapter.by-hand"));
  }

  /// What the scan said that no later check explains.
  private static DoctorFinding silent(WifiFailure failure) {
    if (failure instanceof WifiFailure.TimedOut(_, var limit))
      return DoctorFinding.problem(DoctorCheck.ADAPTER, "adapter.silent", limit.toSeconds());
    if (failure instanceof WifiFailure.Other(String said))
      return DoctorFinding.problem(DoctorCheck.ADAPTER, "adapter.says", said);
    return failure instanceof WifiFailure.Cancelled
        ? DoctorFinding.notChecked(DoctorCheck.ADAPTER, "adapter.cancelled")
        : DoctorFinding.well(DoctorCheck.ADAPTER, "adapter.well");
  }

  static DoctorFinding radio(WifiFacts facts) {
    Optional<WifiFailure.RadioOff> off = facts.failure(WifiFailure.RadioOff.class);
    if (off.isPresent())
      return DoctorFinding.problem(DoctorCheck.RADIO, off.get().byHardware() ? "radio.switch" : "radio.off");
    return (facts.scanFailure().isEmpty() && facts.ability().scans()) || !facts.heard().isEmpty()
        ? DoctorFinding.well(DoctorCheck.RADIO, "radio.well")
        : DoctorFinding.notChecked(DoctorCheck.RADIO, "radio.unknown");
  }

  static DoctorFinding permission(WifiFacts facts) {
    return denied(facts, false).map(denied -> DoctorFinding.problem(DoctorCheck.PERMISSION, switch (denied.what()) {
      case LOCATION -> "permission.location";
      case LOCAL_NETWORK -> "permission.local-network";
      case NETWORK_CONTROL -> "permission.control";
      case POLICY -> "policy.denied";
    }, denied.remedy()).mendedAt(denied.settings())).orElseGet(() -> allowed(facts)
        ? DoctorFinding.well(DoctorCheck.PERMISSION, "permission.well")
        : DoctorFinding.notChecked(DoctorCheck.PERMISSION, "permission.unknown"));
  }

  static DoctorFinding policy(WifiFacts facts) {
    return denied(facts, true)
        .map(denied -> DoctorFinding.problem(DoctorCheck.POLICY, "policy.denied", denied.remedy())
            .mendedAt(denied.settings()))
        .orElseGet(() -> allowed(facts)
            ? DoctorFinding.well(DoctorCheck.POLICY, "policy.well")
            : DoctorFinding.notChecked(DoctorCheck.POLICY, "policy.unknown"));
  }

  private static Optional<WifiFailure.PermissionDenied> denied(WifiFacts facts, boolean byPolicy) {
    return facts.failures().stream()
        .flatMap(failure -> failure instanceof WifiFailure.PermissionDenied denied
            ? Stream.of(denied)
            : Stream.empty())
        .filter(denied -> (denied.what() == Right.POLICY) == byPolicy).findFirst();
  }

  private static boolean allowed(WifiFacts facts) {
    return facts.ability().scans() && facts.scanFailure().isEmpty();
  }
}
