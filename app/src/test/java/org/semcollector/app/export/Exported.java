package org.semcollector.app.export;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.semcollector.app.store.Corrections.PlacedStretch;
import org.semcollector.app.store.Corrections.Run;
import org.semcollector.app.store.Stretch;
import org.semcollector.protocol.meter.Ssid;

/// Meters as exports name them.
public final class Exported {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private Exported() {}

  static ExportedMeter meter(Ssid ssid, String name, ZoneId zone, OptionalDouble factor) {
    return new ExportedMeter(ssid, name, zone, factor, new TreeMap<>(Map.of(2, "oven")),
        corrections("even", 1), Optional.of(AT), Optional.of(AT));
  }

  /// All times from one estimator.
  public static CorrectionNames corrections(String estimator, int version) {
    return CorrectionNames.of(List.of(stretch(1, 0, estimator, version)));
  }

  static PlacedStretch stretch(int id, long firstKey, String estimator, int version) {
    Run run = new Run(1, estimator, version, AT);
    return new PlacedStretch(id, new Stretch("visit", Optional.empty(), List.of(), AT, estimator, version, AT),
        firstKey,
        firstKey + 9, run, List.of(run));
  }
}
