package org.semcollector.app.simulated;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.MeterPassphrases;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiAdapterContract;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.MeterServer;
import org.semcollector.protocol.simulator.SimulatedMeter;
import org.semcollector.protocol.simulator.SimulatedRadio;
import org.semcollector.protocol.simulator.SimulatedRadios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The simulated radio behaves as the real ones do.
class SimulatedWifiTest extends WifiAdapterContract {
  private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
  private static final Duration UPTIME = Duration.ofHours(5);

  @Override
  protected Stage open(Air air) {
    return new SimulatedStage(radios(air == Air.NO_METER ? List.of() : List.of(NEAR, FAR)), in(air));
  }

  private static SimulatedRadios radios(List<Ssid> meters) {
    var radios = new ArrayList<SimulatedRadio>();
    for (Ssid ssid : meters) {
      var meter = new SimulatedMeter(SimulatedMeter.Settings.of(ssid, radios.size()));
      meter.powerOn(NOW.minus(UPTIME));
      radios.add(new SimulatedRadio(ssid, "", "", -50 - 20 * radios.size(),
          MeterServer.start(meter, FaultPlan.NONE, () -> NOW, 0)));
    }
    return new SimulatedRadios(radios);
  }

  private static SimulatedAir in(Air air) {
    RadioFault fault = switch (air) {
      case NO_ADDRESS -> RadioFault.NO_ADDRESS;
      case JOIN_HANGS -> RadioFault.HANGS;
      case IMPOSTOR_HEARD -> RadioFault.OTHER_RADIO_HEARD;
      case IMPOSTOR_JOINED -> RadioFault.OTHER_RADIO_JOINED;
      default -> RadioFault.NONE;
    };
    SimulatedAir base = SimulatedAir.calm(() -> NOW).withPause(_ -> {})
        .withFormerNetwork(air == Air.NO_FORMER_NETWORK ? Optional.empty() : Optional.of(HOME))
        .withAccessPoints(radio -> AccessPointPlan.open(radio.signalDbm())
            .withPassword(air == Air.OTHER_PASSWORD ? OTHER_PASSWORD : PASSWORD).withFault(fault));
    return switch (air) {
      case SCAN_HANGS -> base.withHangingScan();
      case HOME_GONE -> base.withoutReturn();
      case NO_ADAPTER -> base.lacking(new WifiFailure.NoAdapter());
      case RADIO_OFF -> base.lacking(new WifiFailure.RadioOff(false));
      case FORBIDDEN -> base.lacking(new WifiFailure.PermissionDenied(WifiFailure.Right.NETWORK_CONTROL,
          "Ask the one who looks after this computer.", Optional.<URI>empty()));
      case NO_SERVICE -> base.lacking(new WifiFailure.Unsupported("A simulated radio"));
      default -> base;
    };
  }

  private record SimulatedStage(SimulatedRadios radios, SimulatedWifi adapter) implements Stage {
    SimulatedStage(SimulatedRadios radios, SimulatedAir air) {
      this(radios, new SimulatedWifi(radios, air));
    }

    @Override
    public int passwordsSent() {
      return adapter.passwordsSent();
    }

    @Override
    public List<String> leftBehind() {
      try {
        return adapter.current().flatMap(JoinedNetwork::meter).map(Ssid::value).stream().toList();
      } catch (WifiException e) {
        return List.of();
      }
    }

    @Override
    public void close() {
      radios.close();
    }
  }

  @Test
  void metersComeAndGoByTheirSeedAlone() {
    Presence presence = Presence.passedEvery(Duration.ofMinutes(10), -48, 7);
    Presence again = Presence.passedEvery(Duration.ofMinutes(10), -48, 7);
    var seen = new ArrayList<OptionalInt>();
    for (int second = 0; second < 1200; second++) {
      Instant at = NOW.plusSeconds(second);
      assertEquals(again.signalDbmAt(at), presence.signalDbmAt(at));
      seen.add(presence.signalDbmAt(at));
    }
    assertEquals(seen.subList(0, 600), seen.subList(600, 1200), "a round is like the one before");
    long present = seen.subList(0, 600).stream().filter(OptionalInt::isPresent).count();
    assertTrue(present >= 110 && present <= 370, "in range for " + present + " of 600 s");
    assertEquals(-48, seen.stream().flatMapToInt(OptionalInt::stream).max().orElseThrow());
    assertTrue(seen.stream().flatMapToInt(OptionalInt::stream).min().orElseThrow() <= -70);
    long changes = java.util.stream.IntStream.range(1, 1200)
        .filter(i -> seen.get(i).isPresent() != seen.get(i - 1).isPresent()).count();
    assertTrue(changes <= 4, "comes and goes once a round, not " + changes + " times");
  }

  @Test
  void aMeterOutOfRangeIsNeitherHeardNorJoined() throws Exception {
    try (SimulatedRadios radios = radios(List.of(NEAR));
        var wifi = new SimulatedWifi(radios, in(Air.TWO_METERS).withAccessPoints(
            radio -> AccessPointPlan.open(radio.signalDbm()).withPresence(Presence.NEVER)))) {
      assertEquals(List.of(), wifi.scan(WifiAdapter.SCAN_LIMIT, Progress.NONE));
      assertEquals(new WifiFailure.NotFound(NEAR), assertThrows(WifiException.class,
          () -> join(wifi, AccessPoint.heard(NEAR, NEAR.mac(), -50))).failure());
    }
  }

  @Test
  void whereTwoMetersHaveTheSameAddressTheOneThatAnswersIsSeen() throws Exception {
    try (SimulatedRadios radios = radios(List.of(NEAR, FAR));
        var wifi = new SimulatedWifi(radios, in(Air.TWO_METERS)
            .withAccessPoints(radio -> AccessPointPlan.open(radio.signalDbm()).withFault(
                radio.ssid().equals(NEAR) ? RadioFault.SAME_ADDRESS : RadioFault.NONE)))) {
      WifiException failure = assertThrows(WifiException.class,
          () -> join(wifi, AccessPoint.heard(NEAR, NEAR.mac(), -50)));
      assertEquals(new WifiFailure.OtherMeter(NEAR, FAR.mac()), failure.failure());
      assertEquals(HOME, wifi.current().orElseThrow().name());
      try (var joined = join(wifi, AccessPoint.heard(FAR, FAR.mac(), -70))) {
        assertEquals(radios.list().get(1).server().uri(), joined.meterUri());
      }
    }
  }

  @Test
  void aBeaconCountsFromTheMetersBoot() throws Exception {
    try (SimulatedRadios radios = radios(List.of(NEAR)); var wifi = new SimulatedWifi(radios, in(Air.TWO_METERS))) {
      AccessPoint heard = wifi.scan(WifiAdapter.SCAN_LIMIT, Progress.NONE).getFirst();
      assertEquals(UPTIME.toNanos() / 1000, heard.beaconUptimeMicros().orElseThrow());
    }
  }

  private static WifiAdapter.Connection join(WifiAdapter wifi, AccessPoint meter) throws WifiException {
    return new MeterJoin(wifi, MeterPassphrases.NONE).join(meter, Progress.NONE);
  }
}
