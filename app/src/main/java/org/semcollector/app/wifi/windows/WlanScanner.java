package org.semcollector.app.wifi.windows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.Waiting;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.protocol.meter.Ssid;

/// Listens for meters.
///
/// @param clock as Windows has it, for the age of what was heard
record WlanScanner(WlanService service, WlanLimits limits, Clock clock) {
  /// 100 ns from 1601-01-01, where Windows begins to count, to 1970-01-01.
  private static final long EPOCH = 116_444_736_000_000_000L;
  private static final int PER_SECOND = 10_000_000;
  private static final int NANOS = 100;
  /// Windows forgets what it has not heard for longer; other numbers are no time of day.
  private static final Duration OLDEST = Duration.ofHours(1);
  private static final Duration SKEW = Duration.ofSeconds(5);

  List<AccessPoint> scan(WlanAdapter adapter, Duration limit, Progress progress) throws WifiException {
    try {
      service.events().clear();
      requestScan(adapter);
      Waiting.until(limit.compareTo(limits.scan()) < 0 ? limit : limits.scan(), progress,
          () -> service.events().next(adapter.guid()).filter(WlanEvent::endsScan));
      List<WlanBss> heard = service.heard(adapter.guid());
      List<WlanNetwork> networks = service.networks(adapter.guid());
      return heard.stream().flatMap(bss -> meter(bss, networks).stream())
          .sorted(Comparator.comparingInt(AccessPoint::signalDbm).reversed()).toList();
    } catch (WlanException e) {
      throw WlanFailures.scanning(e);
    }
  }

  /// Somebody else's scan, whose end is notified too, does as well.
  private void requestScan(WlanAdapter adapter) throws WlanException {
    try {
      service.requestScan(adapter.guid());
    } catch (WlanException e) {
      if (e.code() != WlanException.BUSY)
        throw e;
    }
  }

  private Optional<AccessPoint> meter(WlanBss bss, List<WlanNetwork> networks) {
    return Ssid.parse(bss.ssid()).filter(ssid -> ssid.value().equals(bss.ssid())).map(ssid -> new AccessPoint(ssid,
        Optional.of(bss.bssid()), signal(bss), security(bss, networks), frequency(bss), age(bss.heardAt()),
        bss.beaconMicros() > 0 ? OptionalLong.of(bss.beaconMicros()) : OptionalLong.empty()));
  }

  private static AccessPoint.Security security(WlanBss bss, List<WlanNetwork> networks) {
    return bss.security().or(() -> networks.stream().filter(network -> network.ssid().equals(bss.ssid()))
        .map(WlanNetwork::security).findFirst()).orElse(AccessPoint.Security.UNKNOWN);
  }

  /// A driver without a figure in dBm tells its percentage: 0 is -100 dBm, 100 is -50 dBm by Microsoft's definition.
  private static int signal(WlanBss bss) {
    return bss.rssi() < 0 && bss.rssi() >= -120 ? bss.rssi() : Math.clamp(bss.quality(), 0, 100) / 2 - 100;
  }

  private static OptionalInt frequency(WlanBss bss) {
    return bss.kilohertz() > 0 ? OptionalInt.of(bss.kilohertz() / 1000) : OptionalInt.empty();
  }

  private Optional<Duration> age(long heardAt) {
    long since = heardAt - EPOCH;
    Instant at = Instant.ofEpochSecond(Math.floorDiv(since, (long) PER_SECOND),
        Math.floorMod(since, (long) PER_SECOND) * NANOS);
    Duration age = Duration.between(at, clock.instant());
    if (age.compareTo(OLDEST) > 0 || age.compareTo(SKEW.negated()) < 0)
      return Optional.empty();
    return Optional.of(age.isNegative() ? Duration.ZERO : age);
  }
}
