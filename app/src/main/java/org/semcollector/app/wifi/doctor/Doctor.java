package org.semcollector.app.wifi.doctor;

import java.util.ArrayList;
import java.util.List;

/// Judges facts about Wi-Fi. Pure: the same facts give the same findings.
public final class Doctor {
  private Doctor() {}

  /// One finding per check, in the order of the checks.
  public static List<DoctorFinding> judge(WifiFacts facts) {
    var findings = new ArrayList<DoctorFinding>();
    findings.add(RadioRules.adapter(facts));
    findings.add(RadioRules.radio(facts));
    findings.add(RadioRules.permission(facts));
    findings.add(RadioRules.policy(facts));
    findings.add(AirRules.range(facts));
    findings.add(AirRules.password(facts));
    findings.add(NetworkRules.address(facts));
    findings.add(NetworkRules.route(facts));
    findings.add(NetworkRules.identity(facts));
    findings.add(NetworkRules.answer(facts));
    return List.copyOf(findings);
  }
}
