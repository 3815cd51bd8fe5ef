package org.semcollector.app.wifi.manual;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.HeardMeters;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.NoWifiAdapter;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// A meter that is joined by hand is used like one over the air.
class HandJoinAdapterTest {
  private static final Ssid METER = new Ssid("SEM-a4:cf:12:9b:03:7e");
  private static final Ssid OTHER = new Ssid("SEM-a4:cf:12:9b:03:99");

  private final Nets nets = new Nets();
  private final Answering meter = Answering.meter();

  @Test
  void whereTheRadioCannotBeSteeredTheJoinedMeterIsFoundAndCollected() throws Exception {
    HandJoinAdapter wifi = over(new NoWifiAdapter(new WifiFailure.Unsupported("NetworkManager")));
    assertThrows(WifiException.class, () -> wifi.scan(WifiAdapter.SCAN_LIMIT, Progress.NONE));
    joinByHand();
    assertEquals(List.of(METER), scanned(wifi));
    try (WifiAdapter.Connection joined = wifi.join(request(METER), Progress.NONE)) {
      assertEquals(MeterNetwork.WEB_SERVER, joined.meterUri());
      assertEquals(METER, joined.network().meter().orElseThrow());
      assertEquals("10.0.0.2", joined.localAddress().orElseThrow().getHostAddress());
      assertEquals(Optional.empty(), joined.restore(Duration.ZERO).network());
    }
  }

  @Test
  void itStandsBesideTheMetersThatAreHeardAndOnlyOnce() throws Exception {
    joinByHand();
    assertEquals(List.of(OTHER, METER), scanned(over(new HeardMeters(List.of(heard(OTHER))))));
    assertEquals(List.of(METER), scanned(over(new HeardMeters(List.of(heard(METER))))));
  }

  @Test
  void aMeterThatIsNotJoinedIsJoinedOverTheAir() {
    joinByHand();
    HandJoinAdapter wifi = over(new HeardMeters(List.of()));
    WifiException refused = assertThrows(WifiException.class, () -> wifi.join(request(OTHER), Progress.NONE));
    assertEquals(new WifiFailure.NotFound(OTHER), refused.failure());
  }

  @Test
  void theMeterIsAskedOnceAndAgainBeforeItIsCollected() throws Exception {
    HandJoinAdapter wifi = over(new HeardMeters(List.of()));
    joinByHand();
    for (int i = 0; i < 5; i++)
      assertEquals(Optional.of(METER), wifi.byHand(Progress.NONE).meter());
    assertEquals(1, meter.asked);
    wifi.join(request(METER), Progress.NONE).close();
    assertEquals(2, meter.asked);
  }

  @Test
  void anotherMeterInItsPlaceIsNoticed() {
    HandJoinAdapter wifi = over(new HeardMeters(List.of()));
    joinByHand();
    assertEquals(Optional.of(METER), wifi.byHand(Progress.NONE).meter());
    nets.neighbours.set(0, Nets.meterAt(OTHER.mac(), "wlan0"));
    assertEquals(Optional.of(OTHER), wifi.byHand(Progress.NONE).meter());
    nets.addresses.clear();
    assertInstanceOf(HandJoin.None.class, wifi.byHand(Progress.NONE));
  }

  @Test
  void whatThisProgramJoinedItselfIsNotJoinedByHand() throws Exception {
    HandJoinAdapter wifi = over(new Joining());
    WifiAdapter.Connection joined = wifi.join(request(METER), Progress.NONE);
    joinByHand();
    assertInstanceOf(HandJoin.None.class, wifi.byHand(Progress.NONE));
    joined.close();
    joined.close();
    assertEquals(Optional.of(METER), wifi.byHand(Progress.NONE).meter());
  }

  private void joinByHand() {
    nets.addresses.add(Nets.on("wlan0", "10.0.0.2", 24));
    nets.neighbours.add(Nets.meterAt(METER.mac(), "wlan0"));
  }

  private HandJoinAdapter over(WifiAdapter radio) {
    return new HandJoinAdapter(radio, new HandJoinWatch(radio, nets, new MeterProbe(meter), List::of));
  }

  private static List<Ssid> scanned(WifiAdapter wifi) throws WifiException {
    return wifi.scan(WifiAdapter.SCAN_LIMIT, Progress.NONE).stream().map(AccessPoint::ssid).toList();
  }

  private static AccessPoint heard(Ssid meter) {
    return AccessPoint.heard(meter, meter.mac(), -50);
  }

  private static JoinRequest request(Ssid meter) {
    return new JoinRequest(heard(meter), Optional.empty(), JoinRequest.LIMIT);
  }
}
