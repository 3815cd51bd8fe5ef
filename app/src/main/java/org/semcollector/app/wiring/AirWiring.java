package org.semcollector.app.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.app.export.ExportedMeters;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.gap.GapQuery;
import org.semcollector.app.health.HealthQuery;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.ui.AirServices;
import org.semcollector.app.ui.MeterInsight;
import org.semcollector.app.ui.VisitReview;
import org.semcollector.app.walk.json.JsonWalkMemory;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiCollect;
import org.semcollector.protocol.firmware.ReleaseVersion;

/// What the Meters and Collect screens work with beside the radio.
final class AirWiring {
  private AirWiring() {}

  /// @param radio that of this computer, or a simulated one
  static AirServices services(AppServices services, WifiAdapter radio, boolean simulated) throws Exception {
    HealthQuery health = services.health();
    FirmwareLibrary library = services.server().library();
    return new AirServices(simulated ? AirServices.ByHand.NEVER : services.wifi()::byHand,
        (wanted, progress) -> services.wifiDoctor(radio).examine(wanted,
            simulated ? Optional.empty() : services.wifi().lastFailure(), progress),
        meter -> new MeterInsight(health.look(meter.ssid()), newer(meter, library)),
        new Reviews(services.gaps(), services.correctionNames(), health)::of,
        new Walks(services.notes(), services.meters(), radio,
            new WifiCollect(new MeterJoin(radio, services.passphrases()), services.collect()),
            new JsonWalkMemory(services.dataDir().resolve("walk.json"), services.clock()), services.clock()));
  }

  /// The newest firmware held for the meter's profile, when it is newer than what the meter said.
  private static OptionalInt newer(MeterRow meter, FirmwareLibrary library) throws FirmwareException {
    if (meter.token().isEmpty() || meter.firmwareVersion().isEmpty())
      return OptionalInt.empty();
    String profile = meter.token().get().deviceProfileId().toString();
    OptionalInt newest = library.held().stream().filter(held -> held.firmware().profileId().equals(profile))
        .flatMapToInt(held -> number(held.firmware().version()).stream()).max();
    return newest.isPresent() && newest.getAsInt() > meter.firmwareVersion().getAsInt()
        ? newest
        : OptionalInt.empty();
  }

  private static OptionalInt number(String version) {
    return ReleaseVersion.parse(version).map(ReleaseVersion::number).orElse(OptionalInt.empty());
  }

  /// What a visit changed.
  private record Reviews(GapQuery gaps, ExportedMeters.Source corrections, HealthQuery health) {
    Optional<VisitReview> of(CollectResult result) throws Exception {
      if (result.from().isEmpty() || result.to().isEmpty())
        return Optional.empty();
      var range = new Range(result.from().get(), result.to().get().plusMillis(1));
      List<Gap> missing = gaps.gaps(result.ssid(), range);
      return Optional.of(new VisitReview(missing.size(),
          missing.stream().map(Gap::length).reduce(Duration.ZERO, Duration::plus),
          corrections.of(result.ssid()).all(), health.verdict(result.ssid())));
    }
  }
}
