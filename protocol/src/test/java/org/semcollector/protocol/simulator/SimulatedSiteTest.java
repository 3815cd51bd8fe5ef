package org.semcollector.protocol.simulator;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.simulator.SimulatedSite.SiteMeter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SimulatedSiteTest {
  private static final Instant END = Instant.parse("2026-06-01T12:00:00Z");

  private static SimulatedSite site(int meters, long seed) {
    return SimulatedSite.create(meters, 120, END, ZoneOffset.ofHours(1), seed);
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    List<SiteMeter> one = site(6, 1).meters();
    List<SiteMeter> two = site(6, 1).meters();
    for (int i = 0; i < 6; i++) {
      assertEquals(telemetry(one.get(i)), telemetry(two.get(i)));
      assertEquals(one.get(i).meter().ssid(), two.get(i).meter().ssid());
    }
    assertNotEquals(telemetry(one.getFirst()), telemetry(site(1, 2).meters().getFirst()));
  }

  @Test
  void sixMetersShowEveryKindOfHistory() {
    List<SimulatedMeter> meters = site(6, 3).meters().stream().map(SiteMeter::meter).toList();
    assertEquals(Set.of(1, 3), new HashSet<>(meters.stream().map(meter -> meter.settings().channels()).toList()));
    assertEquals(List.of(102, 102, 102, 102, 102, 101),
        meters.stream().map(meter -> meter.version().number()).toList());
    assertEquals(1, meters.stream().filter(meter -> meter.storedToken().isEmpty()).count());
    assertEquals(0, meters.get(3).outages().size());
    assertTrue(meters.get(0).outages().size() >= 1);
    assertTrue(meters.get(1).outages().size() >= 15, "every Sunday of 17 weeks");
    assertTrue(meters.get(2).outages().size() >= 30);
    assertTrue(meters.stream().allMatch(meter -> meter.recordCount() > 1000));
  }

  @Test
  void someBootsLastSecondsAndSomeLessThanAnHour() {
    SimulatedMeter busy = site(3, 5).meters().get(2).meter();
    List<Duration> uptimes = new ArrayList<>();
    for (int i = 1; i < busy.outages().size(); i++) {
      uptimes.add(Duration.between(busy.outages().get(i - 1).to(), busy.outages().get(i).from()));
    }
    assertTrue(uptimes.stream().anyMatch(time -> time.compareTo(Duration.ofSeconds(30)) < 0), uptimes.toString());
    assertTrue(uptimes.stream().anyMatch(
        time -> time.compareTo(Duration.ofMinutes(10)) > 0 && time.compareTo(Duration.ofHours(1)) < 0),
        uptimes.toString());
  }

  @Test
  void theTruthMatchesTheRecords() {
    for (SiteMeter site : site(6, 4).meters()) {
      Bytes telemetry = telemetry(site);
      List<TrueReading> stored = site.meter().truth().stream().filter(truth -> truth.epoch() == 1).toList();
      assertEquals(telemetry.length() / 30, stored.size());
      for (int i = 0; i < stored.size(); i++) {
        assertEquals(i, stored.get(i).record());
        assertEquals(stored.get(i).channel(), telemetry.at(i * 30));
      }
    }
  }

  @Test
  void everyMeterAnswersAtItsOwnAddress() throws IOException {
    try (SimulatedRadios radios = site(3, 6).startServers(Clock.fixed(END, ZoneOffset.UTC))) {
      assertEquals(3, radios.list().size());
      for (SimulatedRadio radio : radios.list()) {
        try (var client = new RawClient(radio.server().uri())) {
          assertEquals("HTTP/1.1 200", client.send("GET /version HTTP/1.1\r\n\r\n").receive(12));
        }
      }
    }
  }

  private static Bytes telemetry(SiteMeter site) {
    return SimulatedMeterTest.body(site.meter(), "/telemetry");
  }
}
