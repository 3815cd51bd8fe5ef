package org.semcollector.app.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.app.health.Finding;
import org.semcollector.app.health.HealthLook;
import org.semcollector.app.health.HealthVerdict;
import org.semcollector.app.health.MemoryForecast;
import org.semcollector.app.health.Severity;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.wifi.doctor.DoctorFinding;
import org.semcollector.app.wifi.manual.HandJoin;
import org.semcollector.protocol.meter.Ssid;

/// What is known of the air of a made-up site.
public final class FakeAir {
  public volatile HandJoin joined = new HandJoin.None();
  public volatile List<DoctorFinding> findings = List.of();
  public volatile Optional<Ssid> examined = Optional.empty();
  public final FakeWalk walk = new FakeWalk();
  /// Meters that were judged, in order.
  public final List<Ssid> judged = new ArrayList<>();

  public AirServices services() {
    return new AirServices(_ -> joined, (wanted, _) -> {
      examined = wanted;
      return findings;
    }, this::insight, result -> Optional.of(new VisitReview(2, Duration.ofHours(56), "even/1",
        Optional.of(new HealthVerdict(List.of(), 4100)))), walk);
  }

  private synchronized MeterInsight insight(MeterRow row) {
    judged.add(row.ssid());
    int index = Integer.parseInt(row.ssid().value().substring(row.ssid().value().length() - 2), 16);
    List<Finding> findings = switch (index % 5) {
      case 1 -> List.of(new Finding("memory", Severity.WATCH, 0, List.of()));
      case 3 -> List.of(new Finding("lost-memory", Severity.FAULT, 0, List.of()));
      default -> List.of();
    };
    var memory = new MemoryForecast(4000 + index, 60_674,
        FakeSite.NOW.plus(Duration.ofDays(index % 5 == 1 ? 31 : 2100)));
    return new MeterInsight(Optional.of(new HealthLook(new HealthVerdict(findings, 4100), memory)),
        index % 4 == 0 ? OptionalInt.of(113) : OptionalInt.empty());
  }
}
