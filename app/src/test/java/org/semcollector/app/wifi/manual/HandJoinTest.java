package org.semcollector.app.wifi.manual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.manual.HandJoin.By;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// From which signs a joined meter is known, and which signs are not enough.
class HandJoinTest {
  private static final Ssid METER = new Ssid("SEM-a4:cf:12:9b:03:7e");
  private static final Ssid OTHER = new Ssid("SEM-a4:cf:12:9b:03:99");
  private static final LocalAddress OWN = Nets.on("wlan0", "10.0.0.2", 24);
  private static final ProbeAnswer ANSWERS = new ProbeAnswer.Meter(Optional.of(Answering.TOKEN),
      new FirmwareVersion(102));
  private static final Optional<JoinedNetwork> NOT_TOLD = Optional.empty();

  @Test
  void theNetworksNameIsEnough() {
    assertEquals(new HandJoin.Meter(METER, OWN, By.NETWORK_NAME), judge(named(METER), List.of(), ANSWERS, Map.of()));
  }

  @Test
  void theHardwareAddressIsEnough() {
    assertEquals(new HandJoin.Meter(METER, OWN, By.HARDWARE_ADDRESS),
        judge(NOT_TOLD, List.of(Nets.meterAt(METER.mac(), "wlan0")), ANSWERS, Map.of()));
  }

  @Test
  void theTokenOfAnEarlierVisitIsEnough() {
    assertEquals(new HandJoin.Meter(METER, OWN, By.TOKEN),
        judge(NOT_TOLD, List.of(), ANSWERS, Map.of(Answering.TOKEN, METER)));
  }

  @Test
  void aMeterOfWhichNothingTellsTheNameIsNotGivenOne() {
    assertEquals(new HandJoin.Unnamed(OWN), judge(NOT_TOLD, List.of(), ANSWERS, Map.of()));
  }

  @Test
  void withTwoDevicesAtTheAddressTheHardwareAddressTellsNothing() {
    List<Neighbour> two = List.of(Nets.meterAt(METER.mac(), "wlan0"), Nets.meterAt("c0:ff:ee:00:00:01", "eth0"));
    assertEquals(new HandJoin.Unnamed(OWN), judge(NOT_TOLD, two, ANSWERS, Map.of()));
  }

  @Test
  void signsThatContradictEachOtherAreNoMeter() {
    List<Neighbour> other = List.of(Nets.meterAt(OTHER.mac(), "wlan0"));
    assertEquals(new HandJoin.Contradicting(METER, OTHER), judge(named(METER), other, ANSWERS, Map.of()));
    assertEquals(new HandJoin.Contradicting(METER, OTHER),
        judge(named(METER), List.of(), ANSWERS, Map.of(Answering.TOKEN, OTHER)));
    assertEquals(new HandJoin.Contradicting(OTHER, METER),
        judge(NOT_TOLD, other, ANSWERS, Map.of(Answering.TOKEN, METER)));
  }

  @Test
  void aRouterAtTheAddressIsNoMeterWhateverElseIsKnown() {
    var router = new ProbeAnswer.Other("/version: status 200, 34 bytes");
    HandJoin found = judge(NOT_TOLD, List.of(Nets.meterAt(METER.mac(), "wlan0")), router, Map.of());
    assertInstanceOf(HandJoin.NotAMeter.class, found);
    assertEquals(Optional.empty(), found.meter());
    assertTrue(found.sentence().contains("another device"), found.sentence());
  }

  @Test
  void anotherNetworkIsNoMeter() {
    var facts = new HandJoinFacts(List.of(Nets.on("wlan0", "192.168.1.20", 24), Nets.on("eth0", "10.0.1.5", 16)),
        NOT_TOLD, List.of(), ANSWERS, Map.of());
    assertEquals(new HandJoin.None(), facts.judge());
    assertInstanceOf(HandJoin.Silent.class, judge(NOT_TOLD, List.of(), new ProbeAnswer.Silent(), Map.of()));
  }

  @Test
  void theAdapterThatTheSystemNamesIsTheMetersOne() {
    LocalAddress cable = Nets.on("eth0", "10.0.0.77", 24);
    var facts = new HandJoinFacts(List.of(cable, OWN), named(METER), List.of(), ANSWERS, Map.of());
    assertEquals(new HandJoin.Meter(METER, OWN, By.NETWORK_NAME), facts.judge());
  }

  private static Optional<JoinedNetwork> named(Ssid meter) {
    return Optional.of(new JoinedNetwork(meter.value(), Optional.empty(), "wlan0"));
  }

  private static HandJoin judge(Optional<JoinedNetwork> current, List<Neighbour> neighbours, ProbeAnswer answer,
      Map<MeterToken, Ssid> known) {
    return new HandJoinFacts(List.of(OWN), current, neighbours, answer, known).judge();
  }
}
