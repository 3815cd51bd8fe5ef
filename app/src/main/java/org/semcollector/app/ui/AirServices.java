package org.semcollector.app.ui;

import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.doctor.DoctorFinding;
import org.semcollector.app.wifi.manual.HandJoin;
import org.semcollector.protocol.meter.Ssid;

/// What the Meters and Collect screens work with beside the radio. Everything blocks and is called from worker threads.
///
/// @param byHand notices a meter that the user joined
/// @param doctor says what is in the way
/// @param insights verdict, memory and firmware of known meters
/// @param reviews what a visit changed in what is known of a meter
/// @param walk visits meters while somebody walks past them
public record AirServices(ByHand byHand, Doctor doctor, MeterInsight.Source insights, VisitReview.Source reviews,
    WalkUseCase walk) {
  /// Notices a meter that the user joined in the system's menu; cheap.
  public interface ByHand {
    /// For radios whose networks no system menu shows.
    ByHand NEVER = _ -> new HandJoin.None();

    HandJoin look(Progress progress);
  }

  /// Examines Wi-Fi.
  public interface Doctor {
    /// @param wanted the meter that is meant
    List<DoctorFinding> examine(Optional<Ssid> wanted, Progress progress);
  }
}
