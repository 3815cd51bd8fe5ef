package org.semcollector.app.correct;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.semcollector.app.notes.CorrectionChoice;
import org.semcollector.app.notes.PinnedOutage;
import org.semcollector.app.store.Stretch;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.clock.Evidence;

/// How a meter's times are to be found.
///
/// @param zone where it stands
record Way(ClockEstimator estimator, List<PinnedOutage> pins, ZoneId zone, CorrectionChoice choice) {
  /// An estimator that this version does not know is taken for the standard one.
  static Way of(CorrectionChoice choice, ZoneId zone) {
    return new Way(choice.estimator().flatMap(ClockEstimators::byName).orElse(ClockEstimators.standard()),
        choice.pins(), zone, choice);
  }

  /// The pins that mean an outage of this stretch. A log can be read twice, by two visits: the time tells which.
  List<Evidence.Pin> pinsOf(Stretch stretch) {
    return pins.stream().filter(pin -> stretch.boots().contains(pin.bootMillis()))
        .filter(pin -> !pin.to().isAfter(stretch.collectedAt())
            && stretch.clockSetAt().filter(pin.from()::isBefore).isEmpty())
        .map(pin -> new Evidence.Pin(pin.bootMillis(), pin.from(), pin.to())).toList();
  }

  /// The same for the same choice, another one for every other.
  String fingerprint() {
    String text = choice.estimator().orElse("") + " " + zone + " " + pins.stream()
        .map(pin -> pin.bootMillis() + " " + millis(pin.from()) + " " + millis(pin.to())).toList();
    return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8)).sha256();
  }

  private static long millis(Instant at) {
    return at.toEpochMilli();
  }
}
