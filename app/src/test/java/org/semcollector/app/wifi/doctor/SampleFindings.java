package org.semcollector.app.wifi.doctor;

import java.util.List;
import org.semcollector.app.wifi.manual.Nets;

/// Findings of every outcome, for pictures.
public final class SampleFindings {
  private SampleFindings() {}

  /// The meter is heard, its password is missing, a VPN is on and a cable leads into a network with the same addresses.
  public static List<DoctorFinding> mixed() {
    return Doctor.judge(new Patient().hears(Patient.METER).lacking(Patient.METER)
        .has(Nets.tunnel("wg0", "10.8.0.2", 24)).has(Nets.on("eth0", "10.0.0.77", 24)).facts());
  }
}
