package org.semcollector.app.wifi.doctor;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What one check brought.
///
/// @param cause name of what was found, as in docs/wifi.md: "radio.off"
/// @param evidence the names and figures its sentences are made with, see [DoctorSentences]
/// @param settings the page of the system's settings where it is mended, where one can be opened
public record DoctorFinding(DoctorCheck check, Outcome outcome, String cause, List<Object> evidence,
    Optional<URI> settings) {
  public DoctorFinding {
    evidence = List.copyOf(evidence);
  }

  /// How a check ended.
  public enum Outcome {
    /// As it should be.
    WELL,
    /// Works, but may be in the way.
    LOOK,
    /// Nothing works before this is mended.
    PROBLEM,
    /// Could not be checked, because of an earlier problem or because there is nothing to check yet.
    NOT_CHECKED
  }

  static DoctorFinding well(DoctorCheck check, String cause, Object... evidence) {
    return new DoctorFinding(check, Outcome.WELL, cause, List.of(evidence), Optional.empty());
  }

  static DoctorFinding look(DoctorCheck check, String cause, Object... evidence) {
    return new DoctorFinding(check, Outcome.LOOK, cause, List.of(evidence), Optional.empty());
  }

  static DoctorFinding problem(DoctorCheck check, String cause, Object... evidence) {
    return new DoctorFinding(check, Outcome.PROBLEM, cause, List.of(evidence), Optional.empty());
  }

  static DoctorFinding notChecked(DoctorCheck check, String cause, Object... evidence) {
    return new DoctorFinding(check, Outcome.NOT_CHECKED, cause, List.of(evidence), Optional.empty());
  }

  DoctorFinding mendedAt(Optional<URI> page) {
    return new DoctorFinding(check, outcome, cause, evidence, page);
  }
}
