package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.protocol.clock.CorrectedTime;

/// Decides whether new times are worth a new version: every time that moves has to be sent to the server again.
final class Replaced {
  /// Less changes no bar of a chart that anybody could see, and a server need not hear of it.
  static final Duration WORTH_IT = Duration.ofMinutes(1);

  private Replaced() {}

  /// The times that replace the former ones: the new ones when any reading moves by more than [#WORTH_IT]; when only
  /// intervals change by more, the former times with the new intervals; none otherwise.
  static Optional<List<CorrectedTime>> by(List<CorrectedTime> former, List<CorrectedTime> found) {
    boolean moved = false;
    boolean surer = false;
    for (int i = 0; i < former.size(); i++) {
      moved |= isWorthIt(former.get(i).measuredAt(), found.get(i).measuredAt());
      surer |= isWorthIt(former.get(i).earliest(), found.get(i).earliest())
          || isWorthIt(former.get(i).latest(), found.get(i).latest());
    }
    if (moved)
      return Optional.of(found);
    return surer ? Optional.of(withIntervals(former, found)) : Optional.empty();
  }

  private static boolean isWorthIt(Instant former, Instant found) {
    return Duration.between(former, found).abs().compareTo(WORTH_IT) > 0;
  }

  private static List<CorrectedTime> withIntervals(List<CorrectedTime> former, List<CorrectedTime> found) {
    var times = new ArrayList<CorrectedTime>(former.size());
    for (int i = 0; i < former.size(); i++) {
      Instant at = former.get(i).measuredAt();
      CorrectedTime now = found.get(i);
      times.add(new CorrectedTime(at, now.earliest().isAfter(at) ? at : now.earliest(),
          now.latest().isBefore(at) ? at : now.latest(), now.why()));
    }
    return times;
  }
}
