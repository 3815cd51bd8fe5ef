package org.semcollector.app.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.simulated.AccessPointPlan;
import org.semcollector.app.simulated.Mishap;
import org.semcollector.app.simulated.Presence;
import org.semcollector.app.simulated.SimulatedAir;
import org.semcollector.app.simulated.SimulatedWifi;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.app.walk.RouteEntry;
import org.semcollector.app.walk.StopState;
import org.semcollector.app.walk.Walk;
import org.semcollector.app.walk.WalkEvent;
import org.semcollector.app.walk.WalkPlan;
import org.semcollector.app.walk.WalkReport;
import org.semcollector.app.walk.json.JsonWalkMemory;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.SimulatedRadio;
import org.semcollector.protocol.simulator.SimulatedRadios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Forty meters come and go, every fifth is out of order, each in another way. Every healthy one is collected and proven,
/// each failure is named, nothing of one meter is filed under another, and the former network is back.
class WalkMixesNothingUpIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");
  private static final int METERS = 40;
  private static final int SOME = 15;
  private static final int PERCENT = 20;
  private static final String OFFICE = "Office";
  private static final Secret FLEET = new Secret("fleet-password");
  private static final Duration ROUND = Duration.ofMinutes(4);

  /// What the sentence about a meter out of order must hold.
  private static final Map<Mishap, String> NAMED = new EnumMap<>(Map.of(Mishap.OUT_OF_RANGE, "is not in range",
      Mishap.BREAKS_OFF, "The connection ended inside the readings", Mishap.OTHER_PASSWORD,
      "does not accept the Wi-Fi password",
      Mishap.STALLS, "stopped sending", Mishap.SAME_ADDRESS, "This is not the meter you chose",
      Mishap.OTHER_ANSWERS, "Another meter answers", Mishap.NO_ADDRESS, "gave no network address",
      Mishap.IMPOSTOR, "it is not that meter"));

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);
  private final List<TestMeter> meters = new ArrayList<>();
  private final Map<Ssid, Mishap> mishaps = new HashMap<>();
  private final List<WalkEvent> events = new ArrayList<>();

  @AfterEach
  void close() {
    meters.forEach(TestMeter::close);
  }

  @Test
  void fortyMetersOfWhichEveryFifthIsOutOfOrder() throws Exception {
    SimulatedWifi wifi = site(METERS);
    assertEquals(Set.of(Mishap.values()), new HashSet<>(mishaps.values()));
    try (var laptop = Laptop.with(time).in(folder)) {
      WalkReport report = walk(laptop, wifi, Progress.NONE);
      assertEquals(WalkReport.Ending.COMPLETE, report.ending());
      assertEquals(Optional.empty(), report.problem());
      assertEquals(Optional.of(OFFICE), wifi.current().map(JoinedNetwork::name));
      assertEquals(METERS - mishaps.size(), report.count(StopState.DONE));
      assertEquals(mishaps.size(), report.count(StopState.FAILED));
      for (RouteEntry entry : report.route())
        assertOutcome(laptop, entry);
      assertNoVisitMixedUp(laptop);
      assertNobodyWasVisitedTwice(report);
      assertTrue(
          events.stream().anyMatch(event -> event instanceof WalkEvent.WalkOn(var missing) && !missing.isEmpty()),
          "it was never said when to walk on");
    }
  }

  @Test
  void aWalkThatIsCancelledGoesOnWhereItWas() throws Exception {
    SimulatedWifi wifi = site(SOME);
    Set<Ssid> before = new HashSet<>();
    try (var laptop = Laptop.with(time).in(folder)) {
      WalkReport first = walk(laptop, wifi, new AfterVisits(8));
      assertEquals(WalkReport.Ending.CANCELLED, first.ending());
      assertEquals(Optional.of(OFFICE), wifi.current().map(JoinedNetwork::name));
      first.route().stream().filter(entry -> entry.state() == StopState.DONE)
          .forEach(entry -> before.add(entry.ssid()));
      assertTrue(before.size() >= 4, before.toString());
    }
    events.clear();
    try (var laptop = Laptop.with(time).in(folder)) {
      WalkReport second = walk(laptop, wifi, Progress.NONE);
      assertEquals(SOME - mishaps.size(), second.count(StopState.DONE));
      second.visits().forEach(visit -> assertTrue(!before.contains(visit.ssid()), visit.ssid() + " again"));
      for (RouteEntry entry : second.route())
        assertOutcome(laptop, entry);
    }
  }

  private SimulatedWifi site(int many) {
    var radios = new ArrayList<SimulatedRadio>();
    for (int i = 0; i < many; i++) {
      TestMeter meter = TestMeter.create(i, 8, NOW, time);
      Optional<Mishap> mishap = Mishap.of(i, PERCENT);
      mishap.ifPresent(known -> {
        mishaps.put(meter.ssid(), known);
        meter.serve(known.meterFaults());
      });
      meters.add(meter);
      radios.add(new SimulatedRadio(meter.ssid(), "", "", -45 - i % 30, meter.server()));
    }
    var air = SimulatedAir.calm(time).withPause(time::pass).withFormerNetwork(Optional.of(OFFICE))
        .withAccessPoints(this::plan);
    return new SimulatedWifi(new SimulatedRadios(radios), air);
  }

  private AccessPointPlan plan(SimulatedRadio radio) {
    AccessPointPlan plan = AccessPointPlan.open(radio.signalDbm()).withPassword(FLEET)
        .withPresence(Presence.passedEvery(ROUND, radio.signalDbm(), radio.ssid().hashCode()));
    Mishap mishap = mishaps.get(radio.ssid());
    return mishap == null ? plan : mishap.on(plan);
  }

  private WalkReport walk(Laptop laptop, SimulatedWifi wifi, Progress progress) {
    var tools = new Walk.Tools(wifi, (meter, listener) -> laptop.overTheAir(
        new MeterJoin(wifi, _ -> Optional.of(FLEET)), meter, ErasePolicy.WHEN_PROVEN, listener),
        laptop.store().meters()::meters, new JsonWalkMemory(folder.resolve("walk.json"), time), time, time::pass);
    WalkPlan plan = WalkPlan.route(meters.stream().map(TestMeter::ssid).toList());
    return new Walk(tools).run(plan, event -> {
      events.add(event);
      if (progress instanceof AfterVisits after && event instanceof WalkEvent.Visited)
        after.left--;
    }, progress);
  }

  private void assertOutcome(Laptop laptop, RouteEntry entry) throws Exception {
    Mishap mishap = mishaps.get(entry.ssid());
    String said = entry.ssid() + ": " + entry.stop().reason();
    if (mishap == null) {
      assertEquals(StopState.DONE, entry.state(), said);
      meter(entry.ssid()).assertAllOnce(laptop.stored(entry.ssid()));
      assertEquals(1, meter(entry.ssid()).meter().erasures(), said);
    } else {
      assertEquals(StopState.FAILED, entry.state(), said);
      assertTrue(entry.stop().reason().contains(String.valueOf(NAMED.get(mishap))), said);
      assertEquals(List.of(), laptop.stored(entry.ssid()), said);
      assertEquals(0, meter(entry.ssid()).meter().erasures(), said);
    }
  }

  /// By token: whatever was kept as a meter's token is that meter's.
  private void assertNoVisitMixedUp(Laptop laptop) throws Exception {
    int tokens = 0;
    for (VisitRef visit : laptop.journal().visits()) {
      for (VisitFact fact : laptop.journal().facts(visit)) {
        if (fact instanceof VisitFact.Received(_, Endpoint endpoint, int status, var body)
            && endpoint == Endpoint.TOKEN) {
          assertEquals(200, status);
          assertEquals(meter(visit.ssid()).meter().storedToken(), Optional.of(body), visit.toString());
          tokens++;
        }
      }
    }
    assertTrue(tokens >= 3 * (METERS - mishaps.size()), "tokens seen: " + tokens);
  }

  private void assertNobodyWasVisitedTwice(WalkReport report) {
    Map<Ssid, Long> visits = report.visits().stream()
        .collect(Collectors.groupingBy(CollectResult::ssid, Collectors.counting()));
    visits.forEach((ssid, count) -> {
      Mishap mishap = mishaps.get(ssid);
      boolean once = mishap == null || mishap == Mishap.OTHER_PASSWORD || mishap == Mishap.IMPOSTOR;
      assertEquals(once ? 1 : WalkPlan.MOST_TRIES, count, ssid + " " + mishap);
    });
    assertEquals(METERS, visits.size());
  }

  private TestMeter meter(Ssid ssid) {
    return meters.stream().filter(meter -> meter.ssid().equals(ssid)).findFirst().orElseThrow();
  }

  /// Cancelled when so many visits were made.
  private static final class AfterVisits implements Progress {
    private int left;

    AfterVisits(int visits) {
      left = visits;
    }

    @Override
    public void at(long done, long total) {}

    @Override
    public boolean cancelled() {
      return left <= 0;
    }
  }
}
